using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Storage.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Webhooks;

/// <summary>The webhooks of the caller: for a signed-in browser alone, never for a key.</summary>
internal static class WebhookEndpoints
{
    private const int MaxBodyBytes = 4_096;

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/account/webhooks").WithTags("Webhooks")
            .RequireAuthorization(Access.Account)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        group.MapGet("", async (ClaimsPrincipal caller, WebhookStore webhooks, CancellationToken cancel) =>
                TypedResults.Ok(await webhooks.ListAsync(caller.Id(), cancel)))
            .WithName("listWebhooks")
            .WithSummary("The account's webhooks, the oldest first");

        group.MapPost("", MakeAsync)
            .WithName("makeWebhook")
            .WithSummary("A new webhook. Its secret is in this reply and nowhere else")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Produces<WebhookWithSecret>(StatusCodes.Status201Created)
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge);

        group.MapPut("/{id}", ChangeAsync)
            .WithName("changeWebhook")
            .WithSummary("Another URL, other messages, or disabled or enabled again")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Produces<WebhookReply>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status413PayloadTooLarge);

        group.MapDelete("/{id}", RemoveAsync)
            .WithName("removeWebhook")
            .WithSummary("Removes a webhook and its messages")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        group.MapPost("/{id}/secret", RotateAsync)
            .WithName("rotateWebhookSecret")
            .WithSummary("A new secret. For 24 hours messages have the signatures of both")
            .Produces<WebhookWithSecret>()
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        group.MapPost("/{id}/test", async (string id, ClaimsPrincipal caller, WebhookStore webhooks, CancellationToken cancel) =>
                Refused(await webhooks.TestAsync(caller.Id(), Key(id), cancel)))
            .WithName("testWebhook")
            .WithSummary("Sends a message `webhook.test` within a second or so: the response is among the deliveries")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        group.MapGet("/{id}/deliveries", DeliveriesAsync)
            .WithName("listWebhookDeliveries")
            .WithSummary("The last 50 messages, the newest first, each with its last attempt")
            .Produces<List<WebhookDeliveryReply>>()
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        group.MapPost("/{id}/deliveries/{delivery:long}/resend", async (
                string id, long delivery, ClaimsPrincipal caller, WebhookStore webhooks, CancellationToken cancel) =>
                Refused(await webhooks.ResendAsync(caller.Id(), Key(id), delivery, cancel)))
            .WithName("resendWebhookDelivery")
            .WithSummary("Sends a message again that was delivered or given up, with the same id")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> MakeAsync(
        WebhookRequest request, ClaimsPrincipal caller, WebhookStore webhooks, IOptions<WebhookOptions> options, CancellationToken cancel)
    {
        if (Read(request, options.Value, out var url, out var events) is { } refused)
            return refused;
        var max = options.Value.MaxEndpoints;
        return await webhooks.MakeAsync(caller.Id(), url, events, max, cancel) is { } made
            ? TypedResults.Created((string?)null, made)
            : Problems.Of(GameErrorCode.OutOfRange, StatusCodes.Status409Conflict, "The account has as many webhooks as it may.", max);
    }

    private static async Task<IResult> ChangeAsync(
        string id, WebhookRequest request, ClaimsPrincipal caller, WebhookStore webhooks, IOptions<WebhookOptions> options, CancellationToken cancel) =>
        Read(request, options.Value, out var url, out var events) is { } refused
            ? refused
            : Found(await webhooks.ChangeAsync(caller.Id(), Key(id), url, events, request.IsEnabled, cancel));

    private static async Task<IResult> RemoveAsync(string id, ClaimsPrincipal caller, WebhookStore webhooks, CancellationToken cancel) =>
        Refused(await webhooks.RemoveAsync(caller.Id(), Key(id), cancel) ? null : WebhookErrorCode.UnknownWebhook);

    private static async Task<IResult> RotateAsync(string id, ClaimsPrincipal caller, WebhookStore webhooks, CancellationToken cancel) =>
        Found(await webhooks.RotateAsync(caller.Id(), Key(id), cancel));

    private static async Task<IResult> DeliveriesAsync(string id, ClaimsPrincipal caller, WebhookStore webhooks, CancellationToken cancel) =>
        Found(await webhooks.DeliveriesAsync(caller.Id(), Key(id), cancel));

    /// <returns>The refusal, or null.</returns>
    private static ProblemHttpResult? Read(WebhookRequest request, WebhookOptions options, out string url, out string events)
    {
        (url, events) = ("", "");
        if (request is not { Url: { } typed, Events: { Count: > 0 } types } || WebhookStore.EventsOf(types) is not { } kept)
            return Problems.Of(GameErrorCode.InvalidMessage);
        if (WebhookUrl.Read(typed, options.AllowPrivateNetworks) is not { } read)
            return Problems.Of(WebhookErrorCode.WebhookUrlInvalid.AsProblem());
        (url, events) = (read, kept);
        return null;
    }

    /// <summary>A text that is no id is the id of nothing.</summary>
    private static Guid Key(string id) => Guid.TryParse(id, out var key) ? key : Guid.Empty;

    private static IResult Found<T>(T? reply)
        where T : class => reply is null ? Problems.Of(WebhookErrorCode.UnknownWebhook.AsProblem()) : TypedResults.Ok(reply);

    private static IResult Refused(WebhookErrorCode? code) => code is { } refused ? Problems.Of(refused.AsProblem()) : TypedResults.NoContent();
}
