using System.Collections.Immutable;

namespace Arena.Runtime;

/// <summary>
/// The values of <see cref="RequestContext"/> on the wire: strings, numbers (int and long), booleans and Guids. A value of a kind that a
/// newer release sends and this one does not know is left out.
/// </summary>
internal static class RequestContextCodec
{
    /// <summary>Writes the values.</summary>
    /// <exception cref="ArgumentException">One of them cannot leave the process.</exception>
    public static void Write(ref WireWriter writer, ImmutableDictionary<string, object>? values)
    {
        writer.BeginList(values?.Count ?? 0, WireType.Object);
        if (values is not null)
        {
            foreach (var (key, value) in values) WriteEntry(ref writer, key, value);
        }

        writer.EndList();
    }

    /// <summary>Reads the values; null when there are none.</summary>
    public static ImmutableDictionary<string, object>? Read(ref WireReader reader)
    {
        var count = reader.BeginList(WireType.Object);
        ImmutableDictionary<string, object>.Builder? values = null;
        for (var i = 0; i < count; i++)
        {
            if (ReadEntry(ref reader) is not (var key, { } value)) continue;
            values ??= ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
            values[key] = value;
        }

        reader.EndList();
        return values?.ToImmutable();
    }

    private static void WriteEntry(ref WireWriter writer, string key, object value)
    {
        writer.BeginObject();
        writer.WriteTag((uint)WireType.Bytes);
        writer.WriteString(key);
        switch (value)
        {
            case string text:
                writer.WriteTag((1 << 3) | (uint)WireType.Bytes);
                writer.WriteString(text);
                break;
            case int number:
                writer.WriteTag((2 << 3) | (uint)WireType.Varint);
                writer.WriteInt32(number);
                break;
            case long number:
                writer.WriteTag((3 << 3) | (uint)WireType.Varint);
                writer.WriteInt64(number);
                break;
            case bool flag:
                writer.WriteTag((4 << 3) | (uint)WireType.Varint);
                writer.WriteBoolean(flag);
                break;
            case Guid id:
                writer.WriteTag((5 << 3) | (uint)WireType.Fixed128);
                writer.WriteGuid(id);
                break;
            default:
                throw new ArgumentException(
                    $"The value of \"{key}\" in the request context is {value?.GetType().ToString() ?? "null"}. "
                    + "Only string, int, long, bool and Guid can be sent to another process.");
        }

        writer.EndObject();
    }

    private static (string Key, object? Value) ReadEntry(ref WireReader reader)
    {
        var key = "";
        object? value = null;
        reader.BeginObject();
        while (reader.TryReadField(out var id))
        {
            switch (id)
            {
                case 0:
                    reader.Expect(WireType.Bytes);
                    key = reader.ReadString();
                    break;
                case 1:
                    reader.Expect(WireType.Bytes);
                    value = reader.ReadString();
                    break;
                case 2:
                    reader.Expect(WireType.Varint);
                    value = reader.ReadInt32();
                    break;
                case 3:
                    reader.Expect(WireType.Varint);
                    value = reader.ReadInt64();
                    break;
                case 4:
                    reader.Expect(WireType.Varint);
                    value = reader.ReadBoolean();
                    break;
                case 5:
                    reader.Expect(WireType.Fixed128);
                    value = reader.ReadGuid();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return (key, value);
    }
}
