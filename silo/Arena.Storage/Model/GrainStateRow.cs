namespace Arena.Storage;

/// <summary>The persistent state of one grain (table <c>grain_state</c>).</summary>
public sealed class GrainStateRow
{
    /// <summary>The name of the storage provider.</summary>
    public required string Provider { get; set; }

    /// <summary>The grain's type and the name of the state within it.</summary>
    public required string Type { get; set; }

    /// <summary>The grain.</summary>
    public required string Key { get; set; }

    public required string PayloadJson { get; set; }

    /// <summary>Another one after every write. A write names the one it read.</summary>
    public long Etag { get; set; }
}
