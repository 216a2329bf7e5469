namespace Arena.Runtime.TestingHost;

/// <summary>A silo that is not dead, in <see cref="MemoryClusterStore"/>.</summary>
/// <param name="State">Active or draining.</param>
/// <param name="Load">As it said last.</param>
/// <param name="TimeToLive">As it asked for last.</param>
/// <param name="Until">When the lease runs out, by the store's clock.</param>
internal sealed record MemoryLease(SiloState State, int Load, TimeSpan TimeToLive, TimeSpan Until);
