using Arena.Game.State;
using Arena.Grains;
using Arena.Grains.Ports;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.GameResults;

/// <summary>
/// Games as their logs tell them, up to the last entry that is not an answer: an answer counts once its question is closed. Some are kept in memory, so
/// that each further read of a report while its game runs costs no more than the events since the last one.
/// </summary>
internal sealed class ReportedGames(IDbContextFactory<ArenaDbContext> contexts)
{
    /// <summary>About 40 MB.</summary>
    private const int MaxKeptAnswers = 200_000;

    private const string Answers = "answerAccepted.";

    private const int ReadsAtOnce = 4;

    /// <summary>Who asks for a game that is being read waits for it, as do games that share its turn.</summary>
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, ReadsAtOnce).Select(_ => new SemaphoreSlim(1))];

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, KeptGame> _kept = [];
    private long _reads;

    /// <returns>The version that a report of the game is of now; null if the game is gone.</returns>
    public async Task<long?> VersionAsync(Guid session, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.EventLog.Where(entry => entry.SessionId == session && !entry.Type.StartsWith(Answers))
            .OrderByDescending(entry => entry.Version).Select(entry => (long?)entry.Version).FirstOrDefaultAsync(cancel);
    }

    /// <returns>Players of the game whose accounts were deleted.</returns>
    public async Task<HashSet<Guid>> ErasedAsync(Guid session, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.GamePlayers.Where(player => player.SessionId == session && player.Nickname == GamePlayerRow.ErasedName)
            .Select(player => player.Id).ToHashSetAsync(cancel);
    }

    /// <returns>The game of this version or a later one; null if its log is being deleted.</returns>
    public async Task<GameState?> ReadAsync(Guid session, long version, CancellationToken cancel)
    {
        if (Find(session) is { } kept && kept.Version >= version)
            return kept.State;
        var turn = _turns[(uint)session.GetHashCode() % ReadsAtOnce];
        await turn.WaitAsync(cancel);
        try
        {
            return await ReadOnAsync(session, version, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<GameState?> ReadOnAsync(Guid session, long version, CancellationToken cancel)
    {
        var (state, at) = Find(session) is { } kept ? (kept.State, kept.Version) : (null, 0);
        if (at >= version)
            return state;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var entries = context.EventLog
            .Where(entry => entry.SessionId == session && entry.Version > at && entry.Version <= version)
            .OrderBy(entry => entry.Version)
            .Select(entry => new { entry.Version, entry.Type, entry.PayloadJson, entry.CreatedAt })
            .AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancel))
        {
            if (entry.Version != ++at)
                return null;
            state = SessionReplay.Next(state, new JournalEntry(entry.Type, entry.PayloadJson, entry.CreatedAt.ToUnixTimeMilliseconds()));
        }
        if (at != version || state is null)
            return null;
        Keep(session, new(version, state));
        return state;
    }

    private KeptGame? Find(Guid session)
    {
        lock (_gate)
        {
            if (!_kept.TryGetValue(session, out var kept))
                return null;
            kept.LastRead = ++_reads;
            return kept;
        }
    }

    private void Keep(Guid session, KeptGame read)
    {
        lock (_gate)
        {
            read.LastRead = ++_reads;
            _kept[session] = read;
            while (_kept.Count > 1 && _kept.Values.Sum(kept => kept.Answers) > MaxKeptAnswers)
                _kept.Remove(_kept.MinBy(kept => kept.Value.LastRead).Key);
        }
    }

    private sealed class KeptGame(long version, GameState state)
    {
        public long Version => version;

        public GameState State => state;

        /// <summary>What it takes of the memory, about: a player weighs as much as a few answers.</summary>
        public int Answers { get; } = (state.Rounds.Count + 4) * (state.Players.Count + 1);

        public long LastRead { get; set; }
    }
}
