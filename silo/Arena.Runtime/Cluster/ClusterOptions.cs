namespace Arena.Runtime;

/// <summary>The times and limits of a cluster. The same in every process of it. Validated at start.</summary>
public sealed class ClusterOptions
{
    /// <summary>The configuration section that holds them.</summary>
    public const string SectionName = "Arena:Cluster";

    /// <summary>
    /// How long a silo that is not heard of keeps what it owns: the shortest time in which a death is noticed. A pause of a process that is longer than this costs it its life.
    /// </summary>
    public TimeSpan LeaseTimeToLive { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often a silo renews its lease.</summary>
    public TimeSpan RenewalPeriod { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long before the end of its lease a silo stops by itself.</summary>
    public TimeSpan LeaseMargin { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often who is there is read.</summary>
    public TimeSpan PollPeriod { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How long one attempt to reach a silo may take.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How many calls may wait for the answers of one silo. More are refused.</summary>
    public int MaxPendingCallsPerSilo { get; set; } = 50_000;

    /// <summary>How many calls may wait for one placement group to find its owner. More are refused.</summary>
    public int MaxCallsPerClaim { get; set; } = 5_000;
}
