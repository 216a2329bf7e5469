using System.Security.Claims;
using Arena.Gateway.Accounts;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Arena.Gateway.Boards;

/// <summary>Opting in to boards, and out.</summary>
internal static class BoardNameEndpoints
{
    private const int MaxBytes = 1_024;

    public static void MapBoardNames(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/account/board-name").WithTags("Boards")
            .RequireAuthorization(Access.Account)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        group.MapGet("", async (ClaimsPrincipal caller, BoardNames names, CancellationToken cancel) =>
                TypedResults.Ok(new BoardNameReply(await names.FindAsync(caller.Id(), cancel))))
            .WithName("getBoardName")
            .WithSummary("Whether boards show the account, and by which name");

        group.MapPut("", ChangeAsync)
            .WithName("setBoardName")
            .WithSummary("Lets boards show the account by a name, with the games that it has played and will play")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge);

        group.MapDelete("", async (ClaimsPrincipal caller, BoardNames names, CancellationToken cancel) =>
            {
                await names.RemoveAsync(caller.Id(), cancel);
                return TypedResults.NoContent();
            })
            .WithName("removeBoardName")
            .WithSummary("Takes the account off all boards, at once");
    }

    private static async Task<Results<Ok<BoardNameReply>, ProblemHttpResult>> ChangeAsync(
        BoardNameChange change, ClaimsPrincipal caller, BoardNames names, CancellationToken cancel)
    {
        if (AccountNames.Clean(change?.Name) is not { } name)
            return Problems.Of(AccountErrorCode.NameInvalid.AsProblem());
        return AccountNames.IsDistinct(name) && await names.TrySetAsync(caller.Id(), name, cancel)
            ? TypedResults.Ok(new BoardNameReply(name))
            : Problems.Of(AccountErrorCode.NameTaken.AsProblem());
    }
}
