using System.Collections.Immutable;

namespace Arena.Runtime;

/// <summary>What the cluster knows of one silo.</summary>
/// <param name="Address">Which life of which silo.</param>
/// <param name="State">Whether it may be given work. The dead are terminal, and are not listed for long.</param>
/// <param name="Load">How much it hosts, as it said with its last renewal: placement groups that it owns.</param>
public sealed record SiloEntry(SiloAddress Address, SiloState State, int Load);

/// <summary>The life of a silo in the eyes of the cluster, in order: it never goes back.</summary>
public enum SiloState
{
    /// <summary>Serves what it owns and takes more.</summary>
    Active,

    /// <summary>Serves what it owns until it has been handed over, and takes no more.</summary>
    Draining,

    /// <summary>Left, or was declared dead after its lease had run out. What it owned may be taken by others.</summary>
    Dead,
}

/// <summary>All silos that are not dead, at one version.</summary>
/// <param name="Version">Grows with every change of who is in the cluster and in which state.</param>
/// <param name="Silos">In the order of their addresses.</param>
/// <param name="Overdue">Those of them whose lease has run out: anyone may declare them dead.</param>
public sealed record MembershipView(long Version, ImmutableArray<SiloEntry> Silos, ImmutableArray<SiloAddress> Overdue)
{
    /// <summary>Nobody yet.</summary>
    public static MembershipView Empty { get; } = new(0, [], []);
}
