using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Play;
using Arena.GrainInterfaces;
using Arena.Grains;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Sessions;

/// <summary>A game that is over and that another one continues.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Code">Its join code.</param>
/// <param name="QuizId">What was played.</param>
/// <param name="Settings">How it was played.</param>
/// <param name="Number">Which game of its series it was, from 1.</param>
internal sealed record PreviousGame(Guid SessionId, string Code, Guid QuizId, SessionSettings Settings, int Number)
{
    public SeriesGame Next(bool mixesTeams) => new(SessionId, Number + 1, mixesTeams);
}

/// <summary>Finds the game that another one is to continue, and shows its players where to go.</summary>
internal sealed class PreviousGames(IGrainFactory grains, SessionTokens tokens, HostAccess access, GrainCallRetry retry)
{
    public async Task<(PreviousGame? Game, ProblemHttpResult? Refusal)> FindAsync(ArenaDbContext context, AfterRequest after, CancellationToken cancel)
    {
        if (tokens.ReadHost(after.HostKey) is not var (code, sessionId, signIn)
            || (signIn is { } browser && !await access.IsAllowedAsync(browser, sessionId, cancel)))
        {
            return (null, Problems.Of(GameErrorCode.InvalidToken));
        }
        // From its rows: its grain forgets a game that is over when its silo stops.
        var row = await context.GameSessions.Where(session => session.Id == sessionId && session.Status != SessionStatus.Expired)
            .Select(session => new { session.QuizId, session.ConfigJson, session.EndedAt }).SingleOrDefaultAsync(cancel);
        var launched = await context.EventLog.Where(entry => entry.SessionId == sessionId && entry.Version == 1)
            .Select(entry => new { entry.Type, entry.PayloadJson, entry.CreatedAt }).SingleOrDefaultAsync(cancel);
        if (row is null || launched is null)
            return (null, Problems.Of(GameErrorCode.UnknownSession));
        if (row.EndedAt is null)
            return (null, Problems.Of(GameErrorCode.NotNow));
        var state = SessionReplay.Next(null, new(launched.Type, launched.PayloadJson, launched.CreatedAt.ToUnixTimeMilliseconds()));
        return (new(sessionId, code, row.QuizId, SessionReplay.ReadSettings(row.ConfigJson), state.Series?.Number ?? 1), null);
    }

    /// <returns>The game that continues the one of this host key, launched by the same author, and the sign-in its key depends on; null if there is none, or the key is not good for it.</returns>
    public async Task<(Guid SessionId, string Code, Guid? SignIn)?> FindNextAsync(ArenaDbContext context, string hostKey, string code, CancellationToken cancel)
    {
        if (tokens.ReadHost(hostKey) is not var (_, previousId, signIn) || !JoinCode.TryParse(code, out var parsed))
            return null;
        var next = await (
            from session in context.GameSessions
            join previous in context.GameSessions on session.HostId equals previous.HostId
            where previous.Id == previousId && session.Code == parsed && session.Status != SessionStatus.Expired
            from launched in context.EventLog
            where launched.SessionId == session.Id && launched.Version == 1
            select new { session.Id, launched.Type, launched.PayloadJson, launched.CreatedAt }).ToListAsync(cancel);
        foreach (var row in next)
        {
            var state = SessionReplay.Next(null, new(row.Type, row.PayloadJson, row.CreatedAt.ToUnixTimeMilliseconds()));
            if (state.Series?.PreviousId == previousId && (signIn is not { } browser || await access.IsAllowedAsync(browser, row.Id, cancel)))
                return (row.Id, parsed, signIn);
        }
        return null;
    }

    /// <summary>Players who have left do not see it; they can join with the code.</summary>
    public Task AnnounceAsync(PreviousGame game, string nextCode, CancellationToken cancel) =>
        retry.CallAsync(() => grains.GetGrain<IGameSessionGrain>(game.Code).Announce(game.SessionId, nextCode), cancel);
}
