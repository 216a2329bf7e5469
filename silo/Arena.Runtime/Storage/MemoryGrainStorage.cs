using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Arena.Runtime;

/// <summary>
/// Keeps states in the memory of the process; for tests and for what may be lost. It keeps JSON, so a stored state shares nothing with
/// the grain that wrote it.
/// </summary>
public sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(GrainId Grain, string State), Record> _records = new();

    /// <inheritdoc/>
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        var record = _records.GetValueOrDefault((grainId, stateName));
        grainState.RecordExists = record is not null;
        grainState.ETag = record?.Etag;
        if (record is not null) grainState.State = JsonSerializer.Deserialize<T>(record.Json)!;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        var json = JsonSerializer.SerializeToUtf8Bytes(grainState.State);
        var version = grainState.ETag is null ? 1 : long.Parse(grainState.ETag, CultureInfo.InvariantCulture) + 1;
        var record = new Record(json, version.ToString(CultureInfo.InvariantCulture));
        var written = _records.AddOrUpdate(
            (grainId, stateName),
            static (_, write) => write.Expected is null ? write.Record : throw Conflict(null, write.Expected),
            static (_, stored, write) => stored.Etag == write.Expected ? write.Record : throw Conflict(stored.Etag, write.Expected),
            (Record: record, Expected: grainState.ETag));
        grainState.ETag = written.Etag;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        if (_records.TryGetValue((grainId, stateName), out var stored))
        {
            if (stored.Etag != grainState.ETag || !_records.TryRemove(KeyValuePair.Create((grainId, stateName), stored)))
                throw Conflict(stored.Etag, grainState.ETag);
        }

        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private static InconsistentStateException Conflict(string? stored, string? expected) =>
        new("The state in memory storage has another version.", stored, expected);

    private sealed record Record(byte[] Json, string Etag);
}
