namespace Arena.Runtime;

/// <summary>Reading and writing one stored state.</summary>
public interface IStorage
{
    /// <summary>The version that was last read or written; null when there is none.</summary>
    string? Etag { get; }

    /// <summary>Whether a record is stored.</summary>
    bool RecordExists { get; }

    /// <summary>Removes the record and resets the state.</summary>
    /// <returns>Completes when the record is gone.</returns>
    Task ClearStateAsync();

    /// <summary>Writes the state.</summary>
    /// <returns>Completes when it is stored.</returns>
    /// <exception cref="InconsistentStateException">Someone else has written since.</exception>
    Task WriteStateAsync();

    /// <summary>Reads the state anew; changes in memory are lost.</summary>
    /// <returns>Completes when it was read.</returns>
    Task ReadStateAsync();
}
