using Arena.Game;
using Arena.Game.State;
using Arena.Grains.Ports;

namespace Arena.Grains.Session;

/// <summary>
/// A game that is over and whose activation is gone, as its log tells it: for players who come from it to the next one. The last one that was asked for is
/// kept, since all its players ask at about the same time.
/// </summary>
internal sealed class PastGame(ISessionJournal journal)
{
    private (Guid SessionId, Task<GameState?> Reading)? _last;

    /// <returns>The game; null if it is not over, or its log is gone.</returns>
    public async Task<GameState?> FindAsync(Guid sessionId)
    {
        if (_last is not { } last || last.SessionId != sessionId || last.Reading is { IsCompleted: true, IsCompletedSuccessfully: false } or { IsCompletedSuccessfully: true, Result: null })
            _last = last = (sessionId, ReadAsync(sessionId));
        return await last.Reading;
    }

    private async Task<GameState?> ReadAsync(Guid sessionId)
    {
        var entries = await journal.ReadAsync(sessionId, long.MaxValue, CancellationToken.None);
        var state = entries.Aggregate((GameState?)null, (before, entry) => Decider.Evolve(before, EventCodec.Read(entry)));
        return state is { Ended: true } ? state : null;
    }
}
