using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Arena.TestKit.Silos;

/// <summary>What a grain takes along when it migrates.</summary>
internal sealed class SimulatedMigration : IDehydrationContext, IRehydrationContext
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    public IEnumerable<string> Keys => _values.Keys;

    public void AddBytes(string key, ReadOnlySpan<byte> value) => _values.Add(key, value.ToArray());

    public void AddBytes<T>(string key, Action<T, IBufferWriter<byte>> valueWriter, T value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        valueWriter(value, buffer);
        AddBytes(key, buffer.WrittenSpan);
    }

    public bool TryAddValue<T>(string key, T? value)
    {
        _values.Add(key, value);
        return true;
    }

    public bool TryGetBytes(string key, out ReadOnlySequence<byte> value)
    {
        var found = _values.GetValueOrDefault(key) is byte[];
        value = found ? new((byte[])_values[key]!) : default;
        return found;
    }

    public bool TryGetValue<T>(string key, [NotNullWhen(true)] out T? value)
    {
        var found = _values.TryGetValue(key, out var kept) && kept is T or null;
        value = found ? (T?)kept : default;
        return found && value is not null;
    }
}
