using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Security;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Accounts.ApiKeys;

/// <summary>The keys of the caller's scripts: for a signed-in browser alone, never for a key.</summary>
internal static class ApiKeyEndpoints
{
    private const int MaxNameLength = 60;
    private const int MaxDays = 366;

    public static void MapApiKeys(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/account/api-keys").WithTags("Account")
            .RequireAuthorization(Access.Account)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        group.MapGet("", ListAsync)
            .WithName("listApiKeys")
            .WithSummary("The account's API keys, the newest first")
            .Produces<IEnumerable<ApiKeyReply>>();

        group.MapPost("", MakeAsync)
            .TakesPasswords()
            .WithName("makeApiKey")
            .WithSummary("A new API key for a script")
            .WithDescription("Asks for proof of the owner, since a key outlives the browser that made it. The key is in this reply and nowhere else. Send it as `Authorization: Bearer arena_...`: it is good for the routes "
                + "of its scopes, and for nothing about the account.")
            .Produces<NewApiKey>(StatusCodes.Status201Created)
            .ProducesArenaProblem(StatusCodes.Status409Conflict);

        group.MapDelete("/{id}", RevokeAsync)
            .WithName("revokeApiKey")
            .WithSummary("Ends a key at once, and the hosting connections that were opened with it")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<List<ApiKeyReply>>> ListAsync(ClaimsPrincipal caller, ApiKeyStore keys, CancellationToken cancel) =>
        TypedResults.Ok(await keys.ListAsync(caller.Id(), cancel));

    private static async Task<IResult> MakeAsync(
        ApiKeyRequest request, HttpContext http, ClaimsPrincipal caller, OwnerProof owners, ApiKeyStore keys, IOptions<AccountOptions> options,
        SecurityLog log, CancellationToken cancel)
    {
        if (request is not { Name: { } typed, Scopes: { Count: > 0 } scopes, Days: { } days } || !scopes.All(Enum.IsDefined))
            return Problems.Of(GameErrorCode.InvalidMessage);
        if (typed.Trim() is not { Length: > 0 and <= MaxNameLength } name || name.Any(char.IsControl))
            return Problems.Of(AccountErrorCode.NameInvalid.AsProblem());
        if (days is < 1 or > MaxDays)
            return Problems.Of(GameErrorCode.OutOfRange, limit: MaxDays);
        var (user, refused) = await owners.ProveAsync(new(request.Password), http, caller);
        if (user is null)
            return refused!;
        var max = options.Value.MaxApiKeys;
        if (await keys.MakeAsync(user.Id, name, scopes, days, max, cancel) is not { } made)
            return Problems.Of(GameErrorCode.OutOfRange, StatusCodes.Status409Conflict, "The account has as many keys as it may.", max);
        await log.WriteAsync(SecurityEvent.ApiKeyMade, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.Created((string?)null, made);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        string id, HttpContext http, ClaimsPrincipal caller, ApiKeyStore keys, SecurityLog log, CancellationToken cancel)
    {
        if (!Guid.TryParse(id, out var key) || !await keys.RevokeAsync(caller.Id(), key, cancel))
            return Problems.Of(AccountErrorCode.UnknownApiKey.AsProblem());
        await log.WriteAsync(SecurityEvent.ApiKeyRevoked, caller.Id(), http.Connection.RemoteIpAddress);
        return TypedResults.NoContent();
    }
}
