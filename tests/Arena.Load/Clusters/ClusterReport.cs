using Arena.Load.Campaigns;

namespace Arena.Load.Clusters;

/// <summary>The result of one run on a cluster.</summary>
internal sealed record ClusterReport(
    int Seed, IReadOnlyList<ClusterGame> Games, IReadOnlyList<Audit> Audits, long StaleWrites, IReadOnlyList<int> SessionsPerSilo,
    TimeSpan Played, TimeSpan Cpu, TimeSpan Took, ConsumedEvents Consumed, IReadOnlyList<string> Notes)
{
    public int Acknowledged => Games.Sum(game => game.Ledger.Acknowledged);

    public int Lost => Audits.Sum(audit => audit.Lost);

    public int Doubled => Audits.Sum(audit => audit.Doubled);

    public int Unequal => Audits.Sum(audit => audit.Unequal + audit.Differences.Count);

    public int Refused => Games.Sum(game => game.Refused);

    public int Faults => Games.Sum(game => game.Ledger.Faults.Values.Sum());

    /// <summary>Whether it was a run with power-ups.</summary>
    public bool HasPowerUps { get; init; }

    public int PowerUpsEarned => Audits.Sum(audit => audit.PowerUps.Earned);

    public int PowerUpsUsed => Audits.Sum(audit => audit.PowerUps.Used);

    public int PowerUpsAcknowledged => Audits.Sum(audit => audit.PowerUps.Acknowledged);

    public int PowerUpsLost => Audits.Sum(audit => audit.PowerUps.Lost);

    public int PowerUpsDoubled => Audits.Sum(audit => audit.PowerUps.Doubled + audit.PowerUps.Unsent);

    public int Unfinished => Audits.Count(audit => !audit.Finished);

    public double CpuPerAnswerMs => Cpu.TotalMilliseconds / Math.Max(1, Acknowledged);

    /// <summary>Milliseconds from the fault until each session that moved published again.</summary>
    public double[] Moves => [.. Games.Where(game => game.Moved is not null).Select(game => game.Moved!.Value.TotalMilliseconds)];

    /// <summary>Milliseconds until each player who lost the connection had the seat again.</summary>
    public double[] Returns => [.. Games.SelectMany(game => game.Returns)];

    /// <summary>Milliseconds until each answer was acknowledged, in order.</summary>
    public double[] Acknowledgements => [.. Games.SelectMany(game => game.Acknowledgements).Order()];

    public bool IsClean => PowerUpsLost + PowerUpsDoubled + Lost + Doubled + Unequal + Faults + Unfinished + Consumed.Wrong == 0 && Consumed.IsRelayed && StaleWrites == 0;
}

/// <summary>What the consumers made of a run's events.</summary>
/// <param name="Ages">Milliseconds from an event to its consumer; empty unless the consumers are apart.</param>
/// <param name="Repeated">Events that came again so far.</param>
/// <param name="Summaries">Games whose summary equals the raw rows.</param>
/// <param name="Wrong">Games without it or with another one.</param>
/// <param name="Caught">How long after the last game its summary was there.</param>
/// <param name="Events">Events in the log so far.</param>
/// <param name="Relayed">What of them is in NATS; null if nothing is relayed.</param>
internal sealed record ConsumedEvents(
    IReadOnlyCollection<double> Ages, long Repeated, int Summaries, int Wrong, TimeSpan Caught, long Events, RelayedCount? Relayed)
{
    public static ConsumedEvents None { get; } = new([], 0, 0, 0, TimeSpan.Zero, 0, null);

    public bool IsRelayed => Relayed is null || (Relayed.Events == Events && Relayed.Repeated + Relayed.Disordered == 0);
}
