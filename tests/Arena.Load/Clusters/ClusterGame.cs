using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Arena.Load.Campaigns;
using Arena.TestKit.Clients;

namespace Arena.Load.Clusters;

/// <summary>One game of many, with what its players saw around the fault.</summary>
internal sealed class ClusterGame(Launch launch, int seed, int spreadMs, bool hasPowerUps, CancellationToken stop) : ICampaignEvents
{
    private readonly ConcurrentDictionary<int, long> _lost = new();
    private readonly ConcurrentBag<double> _returns = [];
    private readonly ConcurrentBag<double> _acknowledgements = [];
    private readonly ConcurrentDictionary<GivenAnswer, long> _sent = new();
    private CampaignPlayer[] _players = [];
    private long _struckAt;
    private long _epochAtStrike;
    private long _epoch;
    private long _movedAt;
    private readonly ConcurrentBag<string> _refusals = [];
    private int _held;

    public Guid SessionId => launch.SessionId;

    public Ledger Ledger { get; } = new();

    public int AnswerSpreadMs => spreadMs;

    /// <summary>Answers that were refused, for any reason.</summary>
    public int Refused => _refusals.Count;

    /// <summary>The record of each of them.</summary>
    public IReadOnlyCollection<string> Refusals => _refusals;

    /// <summary>How often a player was notified that the game is suspended.</summary>
    public int TimesHeld => _held;

    /// <summary>For each player who lost the connection after the fault: milliseconds until the seat was theirs again.</summary>
    public IReadOnlyCollection<double> Returns => _returns;

    /// <summary>From an answer's first sending to its acknowledgement, in milliseconds.</summary>
    public IReadOnlyCollection<double> Acknowledgements => _acknowledgements;

    public IReadOnlyDictionary<string, long> Podium => _players.Select(player => player.Podium).FirstOrDefault(lines => lines.Count > 0)
        ?? new Dictionary<string, long>();

    public bool Finished => _players.Length > 0 && _players.All(player => player.Over.IsCompleted);

    /// <summary>Questions that a player was never asked, with what the player saw before.</summary>
    public IEnumerable<string> Unasked(int questions) =>
        from player in _players
        from round in Enumerable.Range(0, questions)
        where !Ledger.Answers.ContainsKey((player.Nickname, round))
        select $"session {launch.SessionId}, {player.Nickname}, question {round}: {player.History.Until(round, Volatile.Read(ref _struckAt))}";

    /// <summary>From the fault until a player received a push from the session's next activation; null if it did not move.</summary>
    public TimeSpan? Moved => _movedAt == 0 ? null : Stopwatch.GetElapsedTime(_struckAt, _movedAt);

    /// <summary>Takes the seats, and waits for the start.</summary>
    public async Task<Func<Task>> SeatAsync(Uri server, int players, int lingerMs)
    {
        var host = new CampaignHost(server, launch, new Random(seed), Ledger, lingerMs, stop);
        _players = [.. Enumerable.Range(0, players)
            .Select(number => new CampaignPlayer(server, launch, number, new Random((seed * 10_007) + number), Ledger, this, stop, hasPowerUps))];
        var clients = _players.Select(player => player.RunAsync()).Append(host.RunAsync()).ToArray();
        await host.Attached;
        await Task.WhenAll(_players.Select(player => player.Seated));
        return async () =>
        {
            await host.StartAsync();
            await Task.WhenAll(clients);
            await Task.WhenAll(_players.Select(player => player.DecidedAsync()));
        };
    }

    /// <summary>The fault happens now.</summary>
    public void Strike()
    {
        _epochAtStrike = Volatile.Read(ref _epoch);
        Volatile.Write(ref _struckAt, Stopwatch.GetTimestamp());
    }

    public void Observe(Seen seen, int round)
    {
    }

    public void Returned()
    {
    }

    public void Suspended(int player, bool held)
    {
        if (held)
            Interlocked.Increment(ref _held);
    }

    public void Positioned(int player, long epoch, long sequence)
    {
        InterlockedMax(ref _epoch, epoch);
        if (Volatile.Read(ref _struckAt) != 0 && epoch > _epochAtStrike)
            Interlocked.CompareExchange(ref _movedAt, Stopwatch.GetTimestamp(), 0);
    }

    public void Lost(int player)
    {
        if (Volatile.Read(ref _struckAt) != 0)
            _lost[player] = Stopwatch.GetTimestamp();
    }

    public void Bound(int player)
    {
        if (_lost.TryRemove(player, out var since))
            _returns.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
    }

    public void Sends(GivenAnswer answer) => _sent.TryAdd(answer, Stopwatch.GetTimestamp());

    public void Acknowledged(GivenAnswer answer) => _acknowledgements.Add(Stopwatch.GetElapsedTime(_sent[answer]).TotalMilliseconds);

    void ICampaignEvents.Refused(GivenAnswer answer)
    {
        var seenMs = Stopwatch.GetElapsedTime(answer.SeenAt).TotalMilliseconds;
        var sentMs = Stopwatch.GetElapsedTime(_sent[answer]).TotalMilliseconds;
        var strikeMs = Stopwatch.GetElapsedTime(Volatile.Read(ref _struckAt), answer.SeenAt).TotalMilliseconds;
        _refusals.Add(string.Create(CultureInfo.InvariantCulture,
            $"session {launch.SessionId}, question {answer.Round}: {answer.Refusal}; seen {strikeMs:F0} ms after the fault, sent {seenMs - sentMs:F0} ms after that, refused {sentMs:F0} ms later"));
    }

    private static void InterlockedMax(ref long target, long value)
    {
        for (var seen = Volatile.Read(ref target); seen < value;)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
