using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Play;
using Arena.GrainInterfaces;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Sessions;

/// <summary>The state of the sessions whose host keys a browser holds: it finds them again without an account.</summary>
internal static class HostKeyEndpoints
{
    private const int MaxKeys = 100;
    private const int MaxBytes = 64 * 1024;

    public static void MapHostKeys(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/sessions/lookup", LookUpAsync)
        .AllowAnonymous()
        .RequireRateLimiting(AuthoringRate.Policy)
        .WithName("lookUpSessions")
        .WithTags("Sessions")
        .WithSummary("The sessions of the given host keys, 100 at most: live ones, and those that are over and whose results a host still sees")
        .WithDescription("A key that is wrong, expired or revoked, or whose session is gone, has no entry.")
        .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
        .Produces<IEnumerable<KeyedSession>>()
        .ProducesArenaProblem(
            StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status429TooManyRequests,
            StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Ok<List<KeyedSession>>, ProblemHttpResult>> LookUpAsync(
        SessionLookup lookup, IDbContextFactory<ArenaDbContext> contexts, HostAccess access, IGrainFactory grains, SessionTokens tokens,
        GrainCallRetry retry, CancellationToken cancel)
    {
        if (lookup is not { HostKeys: { } keys } || keys.Contains(null!))
            return Problems.Of(GameErrorCode.InvalidMessage);
        if (keys.Count > MaxKeys)
            return Problems.Of(GameErrorCode.OutOfRange, limit: MaxKeys);
        var held = await HeldAsync(keys, access, tokens, cancel);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var rows = await context.GameSessions
            .Where(session => held.Contains(session.Id) && session.Status != SessionStatus.Expired)
            .OrderByDescending(session => session.CreatedAt)
            .Select(session => new KeyedSession(
                session.Id, session.Code, context.Quizzes.Where(quiz => quiz.Id == session.QuizId).Select(quiz => quiz.Title).SingleOrDefault(),
                session.CreatedAt, session.Status == SessionStatus.Ended))
            .ToListAsync(cancel);
        List<KeyedSession> found = [];
        foreach (var row in rows)
        {
            if (!row.IsOver || await IsShownAsync(row.Code))
                found.Add(row);
        }
        return TypedResults.Ok(found);

        // A game that is over is shown to its hosts for as long as its grain is in memory.
        async Task<bool> IsShownAsync(string code)
        {
            var session = grains.GetGrain<IGameSessionGrain>(code);
            var summary = await retry.CallAsync(() => session.Find(cancel), cancel);
            return summary.Refusal == GameErrorCode.SessionEnded;
        }
    }

    /// <summary>The sessions of the keys that are good: those of a signed-in browser end with its sign-in.</summary>
    private static async Task<List<Guid>> HeldAsync(IReadOnlyList<string> keys, HostAccess access, SessionTokens tokens, CancellationToken cancel)
    {
        var read = keys.Select(tokens.ReadHost).OfType<(string Code, Guid SessionId, Guid? SignIn)>().ToList();
        var allowed = await access.AllowedAsync(
            [.. read.Where(key => key.SignIn is not null).Select(key => (key.SignIn!.Value, key.SessionId))], cancel);
        return [.. read.Where(key => key.SignIn is not { } signIn || allowed.Contains((signIn, key.SessionId))).Select(key => key.SessionId)];
    }
}

/// <param name="HostKeys">What a browser kept of the games that it hosts, 100 at most.</param>
internal sealed record SessionLookup(IReadOnlyList<string>? HostKeys);

/// <summary>A session whose host key the caller holds.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Code">What players type.</param>
/// <param name="Title">The quiz's title, unless the quiz is gone.</param>
/// <param name="CreatedAt">When it was launched.</param>
/// <param name="IsOver">Whether it has ended; a host who attaches sees how.</param>
internal sealed record KeyedSession(Guid SessionId, string Code, string? Title, DateTimeOffset CreatedAt, bool IsOver);
