using Arena.Load.Campaigns;

namespace Arena.Load.Clusters;

/// <summary>The result of one run on a cluster.</summary>
internal sealed record ClusterReport(
    int Seed, IReadOnlyList<ClusterGame> Games, IReadOnlyList<Audit> Audits, long StaleWrites, IReadOnlyList<int> SessionsPerSilo,
    TimeSpan Played, TimeSpan Cpu, TimeSpan Took, IReadOnlyList<string> Notes)
{
    public int Acknowledged => Games.Sum(game => game.Ledger.Acknowledged);

    public int Lost => Audits.Sum(audit => audit.Lost);

    public int Doubled => Audits.Sum(audit => audit.Doubled);

    public int Unequal => Audits.Sum(audit => audit.Unequal + audit.Differences.Count);

    public int Refused => Games.Sum(game => game.Refused);

    public int Faults => Games.Sum(game => game.Ledger.Faults.Values.Sum());

    public int Unfinished => Audits.Count(audit => !audit.Finished);

    /// <summary>Milliseconds from the fault until each session that moved published again.</summary>
    public double[] Moves => [.. Games.Where(game => game.Moved is not null).Select(game => game.Moved!.Value.TotalMilliseconds)];

    /// <summary>Milliseconds until each player who lost the connection had the seat again.</summary>
    public double[] Returns => [.. Games.SelectMany(game => game.Returns)];

    /// <summary>Milliseconds until each answer was acknowledged, in order.</summary>
    public double[] Acknowledgements => [.. Games.SelectMany(game => game.Acknowledgements).Order()];

    public bool IsClean => Lost + Doubled + Unequal + Faults + Unfinished == 0 && StaleWrites == 0;
}
