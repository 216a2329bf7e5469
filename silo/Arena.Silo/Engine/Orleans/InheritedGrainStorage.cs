using Orleans.Storage;

namespace Arena.Silo;

/// <summary>
/// Grain states in Orleans' tables. A state that is not there yet is read from where the built-in engine kept it, and stays there as it
/// was: the first write takes it over.
/// </summary>
internal sealed class InheritedGrainStorage(IGrainStorage own, IGrainStorage before) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await own.ReadStateAsync(stateName, grainId, grainState);
        if (grainState.RecordExists)
            return;
        var inherited = new GrainState<T>();
        await before.ReadStateAsync(stateName, grainId, inherited);
        if (inherited.RecordExists)
            grainState.State = inherited.State;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        own.WriteStateAsync(stateName, grainId, grainState);

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await own.ClearStateAsync(stateName, grainId, grainState);
        var inherited = new GrainState<T>();
        await before.ReadStateAsync(stateName, grainId, inherited);
        if (inherited.RecordExists)
            await before.ClearStateAsync(stateName, grainId, inherited);
    }
}
