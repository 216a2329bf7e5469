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
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        group.MapGet("", ListAsync)
            .RequireAuthorization(Access.ReadGames)
            .WithName("listGames")
            .WithSummary("The games that the caller hosted, alone or as a co-host, the newest first, 100 at most")
            .Produces<IEnumerable<GameSummary>>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest);

        group.MapGet("/{id}/results", ResultsAsync)
            .RequireAuthorization(Access.ReadResults)
            .WithName("getGameResults")
            .WithSummary("All who played a game that is over, the best first")
            .WithDescription("409 with code `notNow`: the game is not over.")
            .Produces<IEnumerable<PlayerResult>>()
            .ProducesArenaProblem(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<List<GameSummary>>, ProblemHttpResult>> ListAsync(
        [AsParameters] GameFilter filter, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        if (filter.Refuse() is { } refused)
            return refused;
        var host = caller.Id();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return TypedResults.Ok(await filter.Apply(context, host).OrderByDescending(game => game.CreatedAt).Take(MaxListed)
            .Select(game => new GameSummary(
                game.Id, game.Code, context.Quizzes.Where(quiz => quiz.Id == game.QuizId).Select(quiz => quiz.Title).SingleOrDefault(),
                game.CreatedAt, game.EndedAt, context.GamePlayers.Count(player => player.SessionId == game.Id), game.HostId == host))
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
/// <param name="IsOwn">Whether the caller launched it; else they are a co-host.</param>
internal sealed record GameSummary(Guid Id, string Code, string? Title, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, int Players, bool IsOwn);

/// <summary>How a game ended for one player. Players who were removed come last.</summary>
/// <param name="Nickname">As it was in that game.</param>
/// <param name="Score">In the end.</param>
/// <param name="Rank">As on the podium: from 1, players with equal points share a rank; left out for a player whom the host removed.</param>
/// <param name="Answers">How many questions were answered.</param>
internal sealed record PlayerResult(string Nickname, long Score, int? Rank, int Answers);
