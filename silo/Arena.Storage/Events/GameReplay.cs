using Arena.Game.State;
using Arena.Grains;
using Arena.Grains.Ports;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Events;

/// <summary>Replays games from the log, for consumers that look at them when they are over.</summary>
internal static class GameReplay
{
    /// <returns>The game as it was launched and as it ended; null if it has not ended, or its log was deleted with it.</returns>
    public static async Task<(GameState Launched, GameState Ended)?> ReadAsync(
        IDbContextFactory<ArenaDbContext> contexts, SessionEvent finished, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var entries = context.EventLog
            .Where(entry => entry.SessionId == finished.SessionId && entry.Version <= finished.Version)
            .OrderBy(entry => entry.Version)
            .Select(entry => new { entry.Type, entry.PayloadJson, entry.CreatedAt })
            .AsAsyncEnumerable();
        GameState? launched = null, state = null;
        await foreach (var entry in entries.WithCancellation(cancel))
        {
            state = SessionReplay.Next(state, new JournalEntry(entry.Type, entry.PayloadJson, entry.CreatedAt.ToUnixTimeMilliseconds()));
            launched ??= state;
        }
        return launched is null || state is not { Ended: true } ? null : (launched, state);
    }
}
