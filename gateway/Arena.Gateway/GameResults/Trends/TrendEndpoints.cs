using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Arena.Storage.Quizzes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.GameResults.Trends;

/// <summary>How games went over time: those of a quiz, for its authors, and those that a caller hosted.</summary>
internal static class TrendEndpoints
{
    private const int MaxQuestions = 500;
    private const int MaxQuizzes = 100;

    public static void MapTrends(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api").WithTags("Results")
            .RequireRateLimiting(AuthoringRate.Policy)
            .WithMetadata(RequestCost.Quiz)
            .ProducesArenaProblem(
                StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        group.MapGet("/quizzes/{id}/trend", OfQuizAsync)
            .RequireAuthorization(Access.ReadGames)
            .WithName("getQuizTrend")
            .WithSummary("How the games of a quiz went that its authors hosted: by month, and by question")
            .Produces<QuizTrend>()
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        group.MapGet("/games/trend", OfHostAsync)
            .RequireAuthorization(Access.ReadGames)
            .WithName("getHostTrend")
            .WithSummary("How the games went that the caller hosted, alone or as a co-host: by month, and by quiz")
            .Produces<HostTrend>();
    }

    public static async Task<Results<Ok<QuizTrend>, ProblemHttpResult>> OfQuizAsync(
        string id, [AsParameters] Period period, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, TimeProvider clock,
        CancellationToken cancel)
    {
        if (period.Refuse(clock) is { } refused)
            return refused;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (!Guid.TryParse(id, out var quizId)
            || await QuizLoading.FindAsync(context, QuizAccess.Writable(context, caller.Id()), quizId, cancel) is not { } quiz)
        {
            return Problems.Of(GameErrorCode.UnknownQuiz);
        }
        var owner = quiz.Row.OwnerId;
        var games = period.Apply(
            from figures in context.GameFigures
            where figures.QuizId == quizId
            join session in context.GameSessions on figures.SessionId equals session.Id
            where session.Status != SessionStatus.Expired && session.HostId != null
                && (session.HostId == owner || context.QuizCoAuthors.Any(share => share.QuizId == quizId && share.UserId == session.HostId))
            select figures, clock);
        var current = quiz.Questions.Select(QuestionFingerprint.Of).ToHashSet();
        var asked = await (
            from question in context.QuestionFigures
            join game in games on question.SessionId equals game.SessionId
            group new { question, game.EndedAt } by new { question.Fingerprint, question.Type, question.Prompt, question.IsScored } into same
            orderby same.Max(one => one.EndedAt) descending, same.Key.Fingerprint
            select new
            {
                same.Key.Fingerprint,
                same.Key.Type,
                same.Key.Prompt,
                same.Key.IsScored,
                FirstAt = same.Min(one => one.EndedAt),
                LastAt = same.Max(one => one.EndedAt),
                Games = same.Count(),
                Asked = same.Sum(one => one.question.Asked),
                Right = same.Sum(one => one.question.Right),
                Partly = same.Sum(one => one.question.Partly),
                Wrong = same.Sum(one => one.question.Wrong),
                Unscored = same.Sum(one => one.question.Unscored),
                None = same.Sum(one => one.question.None),
            }).Take(MaxQuestions).ToListAsync(cancel);
        var (from, to) = period.Days(clock);
        return TypedResults.Ok(new QuizTrend(
            quiz.Row.Title, from, to, await MonthsAsync(games, cancel),
            [
                .. asked.Select(one => new QuestionTrend(
                        one.Fingerprint, one.Type, one.Prompt, one.IsScored, current.Contains(one.Fingerprint), one.FirstAt, one.LastAt, one.Games,
                        new(one.Asked, one.Right, one.Partly, one.Wrong, one.Unscored, one.None)))
                    .OrderBy(one => !one.IsScored).ThenBy(one => one.Counts.Right / Math.Max(1.0, one.Counts.Asked)),
            ]));
    }

    public static async Task<Results<Ok<HostTrend>, ProblemHttpResult>> OfHostAsync(
        [AsParameters] Period period, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, TimeProvider clock, CancellationToken cancel)
    {
        if (period.Refuse(clock) is { } refused)
            return refused;
        var host = caller.Id();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var games = period.Apply(
            from figures in context.GameFigures
            join session in HostAccess.Hosted(context, host) on figures.SessionId equals session.Id
            where session.Status != SessionStatus.Expired
            select figures, clock);
        var played = await games.GroupBy(game => game.QuizId)
            .Select(same => new
            {
                QuizId = same.Key,
                Games = same.Count(),
                Players = same.Sum(game => game.Players),
                Right = same.Sum(game => game.Right),
                Asked = same.Sum(game => game.Asked),
            })
            .OrderByDescending(quiz => quiz.Games).ThenByDescending(quiz => quiz.Players).ThenBy(quiz => quiz.QuizId)
            .Take(MaxQuizzes).ToListAsync(cancel);
        var ids = played.Select(quiz => quiz.QuizId).ToArray();
        var titles = await context.Quizzes.Where(quiz => ids.Contains(quiz.Id)).ToDictionaryAsync(quiz => quiz.Id, quiz => quiz.Title, cancel);
        var own = await QuizAccess.Writable(context, host).Where(quiz => ids.Contains(quiz.Id)).Select(quiz => quiz.Id).ToHashSetAsync(cancel);
        var (from, to) = period.Days(clock);
        return TypedResults.Ok(new HostTrend(
            from, to, await MonthsAsync(games, cancel),
            [
                .. played.Select(quiz => new PlayedQuiz(
                    quiz.QuizId, titles.GetValueOrDefault(quiz.QuizId), own.Contains(quiz.QuizId), quiz.Games, quiz.Players, quiz.Right, quiz.Asked)),
            ]));
    }

    private static Task<List<MonthFigures>> MonthsAsync(IQueryable<GameFiguresRow> games, CancellationToken cancel) => games
        .GroupBy(game => game.Month)
        .OrderBy(month => month.Key)
        .Select(month => new MonthFigures(
            month.Key, month.Count(), month.Sum(game => game.Players), month.Sum(game => game.Right), month.Sum(game => game.Asked)))
        .ToListAsync(cancel);
}
