using System.ComponentModel;
using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.GrainInterfaces;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Boards;

/// <summary>Boards, for people with an account: the names on them are of people who agreed to be seen by those.</summary>
internal static class BoardEndpoints
{
    private const int MaxListed = 100;

    public static void MapBoards(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/boards").WithTags("Boards")
            .RequireAuthorization(Access.Account)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        group.MapGet("", ReadAsync)
            .WithName("getBoard")
            .WithSummary("The best of a season, or ever, on one quiz or on all: the first 100 lines and the caller's own")
            .WithDescription(
                "Points are the sum, over the quizzes, of the best game of each. Only accounts that opted in are on a board. The reply's `ETag` is for "
                + "`If-None-Match`, which answers 304 as long as no line has changed.")
            .Produces<BoardReply>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);

        group.MapGet("/quizzes", QuizzesAsync)
            .WithName("listBoardQuizzes")
            .WithSummary("The quizzes whose boards the caller may see, 100 at most: those that the caller played or wrote, and that have a game that counts");
    }

    private static async Task<IResult> ReadAsync(
        HttpContext http, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, BoardReader boards, CancellationToken cancel,
        [Description("The quiz; all quizzes without it.")] string? quiz = null,
        [Description("A month in UTC, as `2026-11`; ever without it.")] string? season = null)
    {
        if (season is not null && !BoardKey.IsSeason(season))
            return Problems.Of(GameErrorCode.InvalidMessage, detail: "season is a month, as 2026-11.");
        Guid? quizId = null;
        if (quiz is not null)
        {
            await using var context = await contexts.CreateDbContextAsync(cancel);
            if (!Guid.TryParse(quiz, out var id) || !await Visible(context, caller.Id()).AnyAsync(row => row.Id == id, cancel))
                return Problems.Of(BoardErrorCode.UnknownBoard.AsProblem());
            quizId = id;
        }
        return await boards.ReadAsync(http, caller, new(quizId, season), cancel);
    }

    private static async Task<Ok<List<BoardQuiz>>> QuizzesAsync(
        ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return TypedResults.Ok(await Visible(context, caller.Id()).OrderBy(quiz => quiz.Title).ThenBy(quiz => quiz.Id).Take(MaxListed)
            .Select(quiz => new BoardQuiz(quiz.Id, quiz.Title)).ToListAsync(cancel));
    }

    /// <summary>Who played a quiz knows its title; its authors know it anyway.</summary>
    private static IQueryable<QuizRow> Visible(ArenaDbContext context, Guid caller)
    {
        var played =
            from player in context.GamePlayers
            where player.UserId == caller
            join game in context.BoardGames on player.SessionId equals game.SessionId
            select game.QuizId;
        var written = QuizAccess.Writable(context, caller).Select(quiz => quiz.Id);
        return context.Quizzes.Where(quiz =>
            played.Contains(quiz.Id) || (written.Contains(quiz.Id) && context.BoardGames.Any(game => game.QuizId == quiz.Id)));
    }
}
