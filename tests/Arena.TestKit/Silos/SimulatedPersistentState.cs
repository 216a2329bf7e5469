using System.Globalization;
using System.Text.Json;
using Orleans.Storage;

namespace Arena.TestKit.Silos;

/// <summary>One state of one activation.</summary>
/// <typeparam name="T">The stored state.</typeparam>
internal sealed class SimulatedPersistentState<T> : IPersistentState<T>
    where T : new()
{
    private readonly SimulatedGrainStorage _storage;
    private readonly string _name;
    private readonly GrainId _grain;
    private int _version;

    public SimulatedPersistentState(SimulatedGrainStorage storage, string name, GrainId grain)
    {
        (_storage, _name, _grain) = (storage, name, grain);
        Read();
    }

    public T State { get; set; } = new();

    public string? Etag => _version == 0 ? null : _version.ToString(CultureInfo.InvariantCulture);

    public bool RecordExists => _version > 0;

    public Task ReadStateAsync()
    {
        Read();
        return Task.CompletedTask;
    }

    public Task WriteStateAsync()
    {
        if (!_storage.TryWrite(_name, _grain, JsonSerializer.Serialize(State), _version + 1))
            throw new InconsistentStateException($"{_grain} has been written by another activation since version {_version}.");
        _version++;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync()
    {
        _storage.Clear(_name, _grain);
        (State, _version) = (new(), 0);
        return Task.CompletedTask;
    }

    private void Read()
    {
        var kept = _storage.Read(_name, _grain);
        (State, _version) = kept is { } state ? (JsonSerializer.Deserialize<T>(state.Json)!, state.Version) : (new(), 0);
    }
}
