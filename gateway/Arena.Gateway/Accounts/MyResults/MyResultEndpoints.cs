using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Arena.Gateway.Accounts.MyResults;

/// <summary>The results of the caller, and the claim of those as a guest.</summary>
internal static class MyResultEndpoints
{
    private const int MaxListed = 100;
    private const int MaxClaimed = 100;
    private const int MaxBytes = 64 * 1024;

    public static void MapMyResults(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/account/results").WithTags("Account")
            .RequireAuthorization(Access.Account)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(
                StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden,
                StatusCodes.Status429TooManyRequests);

        group.MapGet("", ListAsync)
            .WithName("listOwnResults")
            .WithSummary("How games ended that the account played, the last first, 100 at most from before an instant")
            .Produces<IEnumerable<OwnResult>>();

        group.MapPost("/claims", ClaimAsync)
            .WithName("claimResults")
            .WithSummary("Makes seats that were played as a guest the account's own")
            .WithDescription("A seat belongs to the account that claimed it first, for good. A claim may be repeated.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .Produces<ClaimReply>()
            .ProducesArenaProblem(StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<Ok<List<OwnResult>>> ListAsync(
        ClaimsPrincipal caller, MyResultStore results, CancellationToken cancel, DateTimeOffset? before = null) =>
        TypedResults.Ok(await results.ListAsync(caller.Id(), before, MaxListed, cancel));

    private static async Task<Results<Ok<ClaimReply>, ProblemHttpResult>> ClaimAsync(
        ResultClaim claim, ClaimsPrincipal caller, MyResultStore results, CancellationToken cancel)
    {
        if (claim is not { SeatTokens: { } seatTokens } || seatTokens.Contains(null!))
            return Problems.Of(GameErrorCode.InvalidMessage);
        if (seatTokens.Count > MaxClaimed)
            return Problems.Of(GameErrorCode.OutOfRange, limit: MaxClaimed);
        return TypedResults.Ok(new ClaimReply(await results.ClaimAsync(caller.Id(), seatTokens, cancel)));
    }
}
