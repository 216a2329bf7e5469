using System.Collections.Concurrent;

namespace Arena.Load.Campaigns;

/// <summary>
/// What players sent and what they were promised, as they saw it. The database has to agree: every promise is kept, once, and there is
/// nothing that no player sent.
/// </summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<(string Nickname, int Round), GivenAnswer> _answers = new();
    private readonly ConcurrentDictionary<(string Nickname, int Round), GivenPowerUp> _powerUps = new();
    private readonly ConcurrentDictionary<string, int> _faults = new();
    private int _repeated;

    public IReadOnlyDictionary<(string Nickname, int Round), GivenAnswer> Answers => _answers;

    /// <summary>The power-ups that players used.</summary>
    public IReadOnlyDictionary<(string Nickname, int Round), GivenPowerUp> PowerUps => _powerUps;

    /// <summary>What must not be, and how often it was seen.</summary>
    public IReadOnlyDictionary<string, int> Faults => _faults;

    public int Acknowledged => _answers.Values.Count(answer => answer.Acknowledged);

    /// <summary>Operation ids that were sent again after they had been acknowledged.</summary>
    public int Repeated => _repeated;

    /// <summary>The player's answer to a round: made the first time, the same ever after.</summary>
    public GivenAnswer Give(string nickname, int round, Func<int> choose) =>
        _answers.GetOrAdd((nickname, round), _ => new GivenAnswer(round, choose()));

    /// <summary>The power-up that the player uses in a round: drawn the first time, the same ever after.</summary>
    public GivenPowerUp Use(string nickname, int round, string kind) => _powerUps.GetOrAdd((nickname, round), _ => new GivenPowerUp(round, kind));

    public void WasRepeated() => Interlocked.Increment(ref _repeated);

    public void Fault(string what) => _faults.AddOrUpdate(what, 1, (_, count) => count + 1);
}

/// <summary>One player's answer to one question.</summary>
internal sealed class GivenAnswer(int round, int choice)
{
    public int Round => round;

    public int Choice => choice;

    public Guid Operation { get; } = Guid.NewGuid();

    public bool Acknowledged { get; set; }

    /// <summary>When its question was first seen open or about to open, as a timestamp of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
    public long SeenAt { get; } = System.Diagnostics.Stopwatch.GetTimestamp();

    /// <summary>Why it was not taken, once that is known.</summary>
    public string? Refusal { get; set; }
}
