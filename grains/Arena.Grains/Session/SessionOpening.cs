using Arena.Game;
using Arena.Game.State;
using Arena.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace Arena.Grains.Session;

/// <summary>Becomes a session's owner and reads its state: the snapshot and the entries after it, or else the whole log.</summary>
internal static partial class SessionOpening
{
    /// <returns>Null if no session has the code.</returns>
    public static async Task<OpenedSession?> OpenSessionAsync(
        this ISessionJournal journal, string code, ILogger logger, CancellationToken cancel)
    {
        if (await journal.OpenAsync(code, cancel) is not { } opened)
            return null;
        var state = Restore(opened, logger);
        var keptVersion = state is null ? 0 : opened.Snapshot!.Version;
        if (state is null && opened.Snapshot is { } useless)
            state = Replay(null, await journal.ReadAsync(opened.SessionId, useless.Version, cancel));
        return new(opened.Epoch, opened.Version, Replay(state, opened.Entries)!, opened.LastAtMs, keptVersion);
    }

    private static GameState? Restore(OpenedJournal opened, ILogger logger)
    {
        if (opened.Snapshot is not { } snapshot)
            return null;
        if (snapshot.Type != SnapshotCodec.Name)
        {
            LogUnknown(logger, snapshot.Type, opened.SessionId);
            return null;
        }
        try
        {
            var state = SnapshotCodec.Read(snapshot);
            return state.SessionId == opened.SessionId ? state : throw new InvalidDataException("It is another session's.");
        }
        catch (Exception unreadable)
        {
            LogUnreadable(logger, unreadable, opened.SessionId);
            return null;
        }
    }

    private static GameState? Replay(GameState? state, IEnumerable<JournalEntry> entries) =>
        entries.Select(EventCodec.Read).Aggregate(state, Decider.Evolve);

    [LoggerMessage(EventId = 110, Level = LogLevel.Warning, Message = "The snapshot '{Type}' of session {SessionId} is another release's: the whole log is replayed")]
    private static partial void LogUnknown(ILogger logger, string type, Guid sessionId);

    [LoggerMessage(EventId = 107, Level = LogLevel.Warning, Message = "The snapshot of session {SessionId} cannot be read: the whole log is replayed")]
    private static partial void LogUnreadable(ILogger logger, Exception cause, Guid sessionId);
}
