namespace Arena.Storage;

/// <summary>The persistent state of one grain (table <c>grain_state</c>).</summary>
public sealed class GrainStateRow
{
    /// <summary>The name of the storage provider.</summary>
    public required string Provider { get; set; }

    /// <summary>The name of the state within the grain's type.</summary>
    public required string Type { get; set; }

    /// <summary>The grain.</summary>
    public required string Key { get; set; }

    public required string PayloadJson { get; set; }

    /// <summary>Counts writes from 1. A write names the one it read.</summary>
    public long Etag { get; set; }
}
