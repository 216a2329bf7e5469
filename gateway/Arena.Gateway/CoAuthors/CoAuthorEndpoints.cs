using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Mail;
using Arena.Gateway.Quizzes.Rest;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Arena.Gateway.CoAuthors;

/// <summary>Inviting co-authors of a quiz by mail, and accepting.</summary>
internal static class CoAuthorEndpoints
{
    private const int MaxBodyBytes = 1_024;

    public static void MapCoAuthorInvitations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/quizzes").WithTags("Quizzes")
            .RequireAuthorization(Access.Account)
            .RequireRateLimiting(AuthoringRate.Policy)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        group.MapGet("/{id}/invitations", ListAsync)
            .WithName("listCoAuthorInvitations")
            .WithSummary("The invitations to be a co-author that can still be accepted, for the owner of the quiz")
            .Produces<IEnumerable<OpenInvitation>>()
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        group.MapPost("/{id}/invitations", InviteAsync)
            .WithName("inviteCoAuthor")
            .WithSummary("Has a link sent to an address that makes one account a co-author of the quiz. Only its owner may.")
            .WithDescription(
                "The reply is the same for every address. The link is used once, for seven days. `notNow` where the operator has not set mail up, or the account has no "
                + "confirmed address. An address that has had several invitations in a day is sent no more of them.")
            .Produces(StatusCodes.Status202Accepted)
            .ProducesArenaProblem(
                StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge);

        group.MapDelete("/{id}/invitations/{invitation}", WithdrawAsync)
            .WithName("withdrawCoAuthorInvitation")
            .WithSummary("Withdraws an invitation: its link leads nowhere any more")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        group.MapPost("/invitations/lookup", FindAsync)
            .WithName("findCoAuthorInvitation")
            .WithSummary("What the link of an invitation leads to")
            .WithDescription("`linkInvalid` for a link that was used or withdrawn, or is too old.")
            .Produces<InvitationFound>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status413PayloadTooLarge);

        group.MapPost("/invitations/acceptance", AcceptAsync)
            .WithName("acceptCoAuthorInvitation")
            .WithSummary("Uses the link of an invitation: the account is a co-author of the quiz")
            .WithDescription("`linkInvalid` for a link that was used or withdrawn, or is too old.")
            .Produces<InvitationAccepted>()
            .ProducesArenaProblem(
                StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<IResult> ListAsync(string id, ClaimsPrincipal caller, CoAuthorInvitations invitations, CancellationToken cancel) =>
        await invitations.ListAsync(caller.Id(), Key(id), cancel) is { } open ? TypedResults.Ok(open) : Problems.Of(GameErrorCode.UnknownQuiz);

    private static async Task<IResult> InviteAsync(
        string id, CoAuthorInvitation invitation, HttpContext http, ClaimsPrincipal caller, CoAuthorInvitations invitations, CancellationToken cancel)
    {
        if (MailAddresses.Clean(invitation?.Address) is not { } address)
            return Problems.Of(AccountErrorCode.AddressInvalid.AsProblem());
        if (!MailLanguages.IsOne(invitation!.Language))
            return Problems.Of(GameErrorCode.InvalidMessage, detail: MailLanguages.Detail);
        return await invitations.InviteAsync(caller.Id(), Key(id), address, invitation.Language!, cancel) switch
        {
            (false, _) => Problems.Of(GameErrorCode.UnknownQuiz),
            (_, null) => Full(),
            (_, InvitationOutcome.NotNow) => Problems.Of(GameErrorCode.NotNow),
            (_, InvitationOutcome.TooMany) => Problems.TooFast(http, Invitations.Day),
            _ => TypedResults.Accepted((string?)null),
        };
    }

    private static async Task<IResult> WithdrawAsync(
        string id, string invitation, ClaimsPrincipal caller, CoAuthorInvitations invitations, CancellationToken cancel) =>
        await invitations.WithdrawAsync(caller.Id(), Key(id), Key(invitation), cancel) ? TypedResults.NoContent() : Problems.Of(GameErrorCode.UnknownQuiz);

    private static async Task<IResult> FindAsync(InvitationProof proof, CoAuthorInvitations invitations, CancellationToken cancel)
    {
        if (Malformed(proof) is { } refused)
            return refused;
        return await invitations.FindAsync(proof.Token!, cancel) is { } found ? TypedResults.Ok(found) : Invalid();
    }

    private static async Task<IResult> AcceptAsync(InvitationProof proof, ClaimsPrincipal caller, CoAuthorInvitations invitations, CancellationToken cancel)
    {
        if (Malformed(proof) is { } refused)
            return refused;
        return await invitations.AcceptAsync(caller.Id(), proof.Token!, cancel) switch
        {
            (null, _) => Invalid(),
            (_, true) => Full(),
            ({ } quiz, _) => TypedResults.Ok(new InvitationAccepted(quiz)),
        };
    }

    private static ProblemHttpResult? Malformed(InvitationProof? proof) =>
        proof?.Token is not { Length: > 0 } token ? Problems.Of(GameErrorCode.InvalidMessage)
        : token.Length != InvitationToken.Length ? Invalid()
        : null;

    // Not 401: the caller is known.
    private static ProblemHttpResult Invalid() => Problems.Of(AccountErrorCode.LinkInvalid.AsProblem(), StatusCodes.Status404NotFound);

    private static ProblemHttpResult Full() => Problems.Of(
        GameErrorCode.OutOfRange, StatusCodes.Status409Conflict, "The quiz has as many co-authors as it may.", QuizSharing.MaxCoAuthors);

    private static Guid Key(string id) => Guid.TryParse(id, out var key) ? key : Guid.Empty;
}
