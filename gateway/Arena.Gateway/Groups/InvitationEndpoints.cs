using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Mail;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Mvc;

namespace Arena.Gateway.Groups;

/// <summary>Inviting people to a group by mail.</summary>
internal static class InvitationEndpoints
{
    private const int MaxBodyBytes = 1_024;

    public static void MapGroupInvitations(this IEndpointRouteBuilder routes) => routes.MapPost("/api/groups/{id}/invitations", InviteAsync)
        .WithTags("Groups")
        .RequireAuthorization(Access.Account)
        .RequireRateLimiting(AuthoringRate.Policy)
        .WithName("inviteToGroup")
        .WithSummary("Has the link that joins a group sent to an address")
        .WithDescription(
            "The reply is the same for every address. `notNow` where the operator has not set mail up, or the account has no confirmed address. An address that "
            + "has had several invitations in a day is sent no more of them.")
        .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
        .Produces(StatusCodes.Status202Accepted)
        .ProducesArenaProblem(
            StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound,
            StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> InviteAsync(
        string id, GroupInvitation invitation, HttpContext http, ClaimsPrincipal caller, GroupStore store, Invitations invitations, CancellationToken cancel)
    {
        if (await store.FindAsync(caller.Id(), GroupEndpoints.Key(id), cancel) is not { Code: not null } group)
            return GroupEndpoints.Found(false);
        if (MailAddresses.Clean(invitation?.Address) is not { } address)
            return Problems.Of(AccountErrorCode.AddressInvalid.AsProblem());
        if (!MailLanguages.IsOne(invitation!.Language))
            return Problems.Of(GameErrorCode.InvalidMessage, detail: MailLanguages.Detail);
        return await invitations.SendAsync(caller.Id(), address, invitation.Language!, MailKind.GroupInvitation, $"{group.Id:N}", row: null, cancel) switch
        {
            InvitationOutcome.NotNow => Problems.Of(GameErrorCode.NotNow),
            InvitationOutcome.TooMany => Problems.TooFast(http, Invitations.Day),
            _ => TypedResults.Accepted((string?)null),
        };
    }
}
