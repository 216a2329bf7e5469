namespace Arena.Storage;

/// <summary>Where grain states are rows. Every write names the etag it expects, so that a stale activation changes nothing.</summary>
internal interface IGrainStateStore
{
    Task<StoredGrainState?> ReadAsync(GrainStateKey key);

    /// <returns>False if the state exists.</returns>
    Task<bool> InsertAsync(GrainStateKey key, StoredGrainState state);

    /// <summary>Replaces a state; the new etag is the next after the expected one.</summary>
    /// <returns>False if the stored etag is another.</returns>
    Task<bool> UpdateAsync(GrainStateKey key, string payloadJson, long expectedEtag);

    /// <returns>False if the stored etag is another.</returns>
    Task<bool> DeleteAsync(GrainStateKey key, long expectedEtag);
}

/// <summary>The primary key of <c>grain_state</c>.</summary>
internal readonly record struct GrainStateKey(string Provider, string Type, string Key);

/// <summary>A state as it is stored.</summary>
internal sealed record StoredGrainState(string PayloadJson, long Etag);
