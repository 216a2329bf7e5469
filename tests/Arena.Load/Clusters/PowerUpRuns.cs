namespace Arena.Load.Clusters;

/// <summary>Which runs have power-ups.</summary>
internal enum PowerUpRuns
{
    /// <summary>None.</summary>
    Off,
    /// <summary>All.</summary>
    On,
    /// <summary>Every other run, to compare.</summary>
    Both,
}
