namespace Arena.Runtime;

/// <summary>One state of one activation, kept by a storage provider.</summary>
internal sealed class PersistentState<TState>(string name, GrainId grainId, IGrainStorage storage)
    : IPersistentState<TState>, IPersistentStateFacet
{
    private readonly GrainState<TState> _record = new() { State = Empty() };

    public TState State
    {
        get => _record.State;
        set => _record.State = value;
    }

    public string? Etag => _record.ETag;

    public bool RecordExists => _record.RecordExists;

    public Task ReadAsync() => ReadStateAsync();

    public async Task ReadStateAsync()
    {
        await storage.ReadStateAsync(name, grainId, _record);
        if (!_record.RecordExists) _record.State = Empty();
    }

    public async Task WriteStateAsync()
    {
        await storage.WriteStateAsync(name, grainId, _record);
        _record.RecordExists = true;
    }

    public async Task ClearStateAsync()
    {
        await storage.ClearStateAsync(name, grainId, _record);
        _record.RecordExists = false;
        _record.State = Empty();
    }

    // Orleans' rule: a class with a constructor without parameters begins as an instance, anything else as its default.
    private static TState Empty() => typeof(TState).IsValueType || typeof(TState).GetConstructor(Type.EmptyTypes) is null
        ? default!
        : Activator.CreateInstance<TState>();
}
