using System.Collections.Concurrent;
using Orleans.Storage;

namespace Arena.Cluster.Tests.Support;

/// <summary>Grain storage outside of the silos, as a database is: it survives them.</summary>
public sealed class SharedGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string, GrainId), (object State, int ETag)> _states = new();

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (_states.TryGetValue((stateName, grainId), out var stored))
            (grainState.State, grainState.ETag, grainState.RecordExists) = (((Func<T>)stored.State)(), $"{stored.ETag}", true);
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var before = _states.TryGetValue((stateName, grainId), out var stored) ? stored.ETag : 0;
        if ((grainState.ETag ?? "0") != $"{before}")
            throw new InconsistentStateException("Someone else has written.");
        var json = System.Text.Json.JsonSerializer.Serialize(grainState.State);
        _states[(stateName, grainId)] = ((Func<T>)(() => System.Text.Json.JsonSerializer.Deserialize<T>(json)!), before + 1);
        (grainState.ETag, grainState.RecordExists) = ($"{before + 1}", true);
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();
}
