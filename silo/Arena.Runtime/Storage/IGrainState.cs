namespace Arena.Runtime;

/// <summary>What a storage provider fills and reads.</summary>
/// <typeparam name="T">The state.</typeparam>
public interface IGrainState<T>
{
    /// <summary>The value.</summary>
    T State { get; set; }

    /// <summary>Its version, made by the provider.</summary>
    string? ETag { get; set; }

    /// <summary>Whether a record is stored.</summary>
    bool RecordExists { get; set; }
}
