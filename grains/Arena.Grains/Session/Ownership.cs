using Arena.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace Arena.Grains.Session;

/// <summary>Asks the journal whether an opening is still the last one of its session.</summary>
internal sealed partial class Ownership(ISessionJournal journal, ILogger logger)
{
    private Task<(long Epoch, bool? IsOwned)> _asked = Task.FromResult((0L, (bool?)null));
    private Task<(long Epoch, bool? IsOwned)>? _next;

    /// <summary>Asks. Never throws.</summary>
    /// <returns>The epoch that was asked for, and whether it is the last one; null if the journal does not say.</returns>
    public async Task<(long Epoch, bool? IsOwned)> AskAsync(Guid sessionId, long epoch) =>
        (epoch, await TryAsync(sessionId, () => journal.IsOwnedAsync(sessionId, epoch, CancellationToken.None)));

    /// <summary>The same for many callers: those who come while the journal is asked share the next question, so that a crowd costs two.</summary>
    public Task<(long Epoch, bool? IsOwned)> ShareAsync(Guid sessionId, Func<long> epoch)
    {
        return _asked.IsCompleted ? _asked = AskAsync(sessionId, epoch()) : _next ??= NextAsync();

        async Task<(long Epoch, bool? IsOwned)> NextAsync()
        {
            await _asked;
            _next = null;
            return await (_asked = AskAsync(sessionId, epoch()));
        }
    }

    /// <summary>Asks whether a session that is not known here lives. Never throws.</summary>
    /// <returns>Null if the journal does not say.</returns>
    public Task<bool?> IsLiveAsync(Guid sessionId) => TryAsync(sessionId, () => journal.IsLiveAsync(sessionId, CancellationToken.None));

    private async Task<bool?> TryAsync(Guid sessionId, Func<Task<bool>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception failed)
        {
            LogNotTold(failed, sessionId);
            return null;
        }
    }

    [LoggerMessage(EventId = 113, Level = LogLevel.Debug, Message = "The journal does not say whether session {SessionId} is still this activation's")]
    private partial void LogNotTold(Exception cause, Guid sessionId);
}
