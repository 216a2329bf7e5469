using Arena.Game.State;
using Arena.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace Arena.Grains.Session;

/// <summary>
/// Keeps a snapshot of a session now and then, so that its next activation need not replay the whole log. No turn waits for it, and no
/// failure matters: the end of the next question tries again.
/// </summary>
internal sealed partial class SnapshotKeeper(ISessionJournal journal, int everyEntries, long keptVersion, ILogger logger)
{
    private long _keptVersion = keptVersion;

    /// <summary>Done when no snapshot is on its way. Never fails.</summary>
    public Task Keeping { get; private set; } = Task.CompletedTask;

    /// <summary>A question was closed: a good moment, since no answer is pending.</summary>
    public void QuestionClosed(GameState state, long version, long atMs)
    {
        if (Keeping.IsCompleted && version - _keptVersion >= everyEntries)
            Keeping = KeepAsync(state, version, atMs);
    }

    private async Task KeepAsync(GameState state, long version, long atMs)
    {
        try
        {
            // On the pool: a large game takes a while to serialise, and its turns continue in the meantime.
            var snapshot = await Task.Run(() => SnapshotCodec.Write(state, version, atMs));
            await journal.KeepSnapshotAsync(state.SessionId, snapshot, CancellationToken.None);
            _keptVersion = version;
        }
        catch (Exception failed)
        {
            LogNotKept(failed, state.SessionId);
        }
    }

    [LoggerMessage(EventId = 108, Level = LogLevel.Warning, Message = "No snapshot of session {SessionId} was kept; the end of the next question tries again")]
    private partial void LogNotKept(Exception cause, Guid sessionId);
}
