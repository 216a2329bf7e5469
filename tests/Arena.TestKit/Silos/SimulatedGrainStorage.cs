namespace Arena.TestKit.Silos;

/// <summary>The grains' states, in no process. A write that does not know the newest state is refused.</summary>
internal sealed class SimulatedGrainStorage
{
    private readonly Dictionary<(string Name, GrainId Grain), (string Json, int Version)> _states = [];

    /// <summary>Reads one state, for one activation.</summary>
    public object Open(Type state, string name, GrainId grain) =>
        Activator.CreateInstance(typeof(SimulatedPersistentState<>).MakeGenericType(state), this, name, grain)!;

    public (string Json, int Version)? Read(string name, GrainId grain) => _states.TryGetValue((name, grain), out var state) ? state : null;

    /// <summary>Whether it was written: not if another version than the one before is there.</summary>
    public bool TryWrite(string name, GrainId grain, string json, int version)
    {
        if ((Read(name, grain)?.Version ?? 0) != version - 1)
            return false;
        _states[(name, grain)] = (json, version);
        return true;
    }

    public void Clear(string name, GrainId grain) => _states.Remove((name, grain));
}
