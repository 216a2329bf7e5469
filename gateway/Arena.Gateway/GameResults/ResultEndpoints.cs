using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.GameResults;

/// <summary>How games ended that the caller hosted.</summary>
internal static class ResultEndpoints
{
    private const int MaxListed = 100;

    public static void MapResults(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/games").WithTags("Results")
            .RequireAuthorization(Access.ReadResults)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        group.MapGet("", ListAsync)
            .WithName("listGames")
            .WithSummary("The games that the account hosted, alone or as a co-host, the newest first, 100 at most from before an instant")
            .Produces<IEnumerable<GameSummary>>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest);

        group.MapGet("/{id}/results", ResultsAsync)
            .WithName("getGameResults")
            .WithSummary("All who played a game that is over, the best first")
            .WithDescription("409 with code `notNow`: the game is not over.")
            .Produces<IEnumerable<PlayerResult>>()
            .ProducesArenaProblem(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<List<GameSummary>>> ListAsync(
        ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel, DateTimeOffset? before = null)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var games = HostAccess.Hosted(context, caller.Id()).Where(game => game.Status != SessionStatus.Expired);
        if (before is { } instant)
            games = games.Where(game => game.CreatedAt < instant);
        return TypedResults.Ok(await games.OrderByDescending(game => game.CreatedAt).Take(MaxListed)
            .Select(game => new GameSummary(
                game.Id, game.Code, context.Quizzes.Where(quiz => quiz.Id == game.QuizId).Select(quiz => quiz.Title).SingleOrDefault(),
                game.CreatedAt, game.EndedAt, context.GamePlayers.Count(player => player.SessionId == game.Id)))
            .ToListAsync(cancel));
    }

    private static async Task<Results<Ok<List<PlayerResult>>, ProblemHttpResult>> ResultsAsync(
        string id, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var known = Guid.TryParse(id, out var gameId)
            ? await HostAccess.Hosted(context, caller.Id()).SingleOrDefaultAsync(game => game.Id == gameId && game.Status != SessionStatus.Expired, cancel)
            : null;
        if (known is null)
            return Problems.Of(GameErrorCode.UnknownSession);
        if (known.EndedAt is null)
            return Problems.Of(GameErrorCode.NotNow);
        return TypedResults.Ok(await (
            from player in context.GamePlayers
            where player.SessionId == gameId
            join score in context.ScoreAggregates on player.Id equals score.PlayerId
            orderby score.FinalRank == null, score.FinalRank, player.JoinAt, player.Id
            select new PlayerResult(
                player.Nickname, score.TotalScore, score.FinalRank,
                context.PlayerAnswers.Count(answer => answer.SessionId == gameId && answer.PlayerId == player.Id)))
            .ToListAsync(cancel));
    }
}

/// <summary>A game that the caller hosted.</summary>
/// <param name="Id">The session.</param>
/// <param name="Code">What players typed.</param>
/// <param name="Title">The quiz's title, unless the quiz is gone.</param>
/// <param name="CreatedAt">When it was launched.</param>
/// <param name="EndedAt">When it ended, or null.</param>
/// <param name="Players">How many joined.</param>
internal sealed record GameSummary(Guid Id, string Code, string? Title, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, int Players);

/// <summary>How a game ended for one player. Players who were removed come last.</summary>
/// <param name="Nickname">As it was in that game.</param>
/// <param name="Score">In the end.</param>
/// <param name="Rank">As on the podium: from 1, players with equal points share a rank; left out for a player whom the host removed.</param>
/// <param name="Answers">How many questions were answered.</param>
internal sealed record PlayerResult(string Nickname, long Score, int? Rank, int Answers);
