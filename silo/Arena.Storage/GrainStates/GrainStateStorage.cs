using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Orleans.Storage;

namespace Arena.Storage;

/// <summary>Grain states as JSON in the relational store, checked by etag.</summary>
internal sealed class GrainStateStorage(string providerName, IGrainStateStore store) : IGrainStorage
{
    /// <summary>The name under which it is registered.</summary>
    public const string Name = "arena";

    // Far from the end, so that counting up from it never overflows, and exact in every JSON reader.
    private const long FirstEtagBound = 1L << 52;

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = await store.ReadAsync(Key(stateName, grainId));
        grainState.RecordExists = stored is not null;
        grainState.ETag = stored?.Etag.ToString(CultureInfo.InvariantCulture);
        if (stored is not null)
            grainState.State = JsonSerializer.Deserialize<T>(stored.PayloadJson)!;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = Key(stateName, grainId);
        var json = JsonSerializer.Serialize(grainState.State);
        var expected = ParseEtag(grainState.ETag);
        var next = expected is null ? FirstEtag() : expected.Value + 1;
        var written = expected is null
            ? await store.InsertAsync(key, new(json, next))
            : await store.UpdateAsync(key, json, expected.Value);
        if (!written)
            throw await ConflictAsync(key, grainState.ETag);
        grainState.ETag = next.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = Key(stateName, grainId);
        var cleared = ParseEtag(grainState.ETag) is { } expected
            ? await store.DeleteAsync(key, expected)
            : await store.ReadAsync(key) is null;
        if (!cleared)
            throw await ConflictAsync(key, grainState.ETag);
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    // Random, so that a state which was cleared and written anew never has an etag that a stale activation still holds.
    [SuppressMessage("Security", "CA5394", Justification = "No secret")]
    private static long FirstEtag() => Random.Shared.NextInt64(1, FirstEtagBound);

    private static long? ParseEtag(string? etag) => etag is null ? null : long.Parse(etag, CultureInfo.InvariantCulture);

    private GrainStateKey Key(string stateName, GrainId grainId) => new(providerName, $"{grainId.Type}/{stateName}", $"{grainId.Key}");

    private async Task<InconsistentStateException> ConflictAsync(GrainStateKey key, string? expected)
    {
        var stored = await store.ReadAsync(key);
        return new($"The state {key.Type} of {key.Key} has changed.", stored?.Etag.ToString(CultureInfo.InvariantCulture), expected);
    }
}
