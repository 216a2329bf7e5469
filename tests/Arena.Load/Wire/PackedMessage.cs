using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Arena.Load.Wire;

/// <summary>
/// What a JSON message would be in MessagePack (github.com/msgpack/msgpack/blob/master/spec.md): the same tree with the shortest form of
/// each value. As much as a comparison takes.
/// </summary>
internal static class PackedMessage
{
    private const int FixedText = 32;
    private const int FixedItems = 16;

    /// <returns>How many bytes were written.</returns>
    public static int Write(JsonElement value, Span<byte> to)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var at = Head(to, value.GetPropertyCount(), 0x80, 0xde);
                foreach (var property in value.EnumerateObject())
                {
                    at += Text(property.Name, to[at..]);
                    at += Write(property.Value, to[at..]);
                }
                return at;
            case JsonValueKind.Array:
                var end = Head(to, value.GetArrayLength(), 0x90, 0xdc);
                foreach (var item in value.EnumerateArray())
                    end += Write(item, to[end..]);
                return end;
            case JsonValueKind.String:
                return value.TryGetGuid(out var id) ? Bytes(id, to) : Text(value.GetString()!, to);
            case JsonValueKind.Number:
                return value.TryGetInt64(out var whole) ? Whole(whole, to) : Real(value.GetDouble(), to);
            default:
                to[0] = value.ValueKind switch { JsonValueKind.True => 0xc3, JsonValueKind.False => 0xc2, _ => 0xc0 };
                return 1;
        }
    }

    /// <summary>Skips over one message, as a reader has to.</summary>
    /// <returns>Where it ends.</returns>
    public static int Read(ReadOnlySpan<byte> from)
    {
        var head = from[0];
        return head switch
        {
            < 0x80 or >= 0xe0 or 0xc0 or 0xc2 or 0xc3 => 1,
            < 0x90 => Items(from, 1, 2 * (head & 0x0f)),
            < 0xa0 => Items(from, 1, head & 0x0f),
            < 0xc0 => 1 + (head & 0x1f),
            0xc4 or 0xd9 => 2 + from[1],
            0xda => 3 + BinaryPrimitives.ReadUInt16BigEndian(from[1..]),
            0xcc or 0xd0 => 2,
            0xcd or 0xd1 => 3,
            0xce or 0xd2 => 5,
            0xcb or 0xcf or 0xd3 => 9,
            0xdc => Items(from, 3, BinaryPrimitives.ReadUInt16BigEndian(from[1..])),
            0xde => Items(from, 3, 2 * BinaryPrimitives.ReadUInt16BigEndian(from[1..])),
            _ => throw new InvalidDataException($"0x{head:x2} is not written here."),
        };
    }

    private static int Items(ReadOnlySpan<byte> from, int at, int count)
    {
        for (var item = 0; item < count; item++)
            at += Read(from[at..]);
        return at;
    }

    private static int Head(Span<byte> to, int count, byte few, byte many)
    {
        if (count < FixedItems)
        {
            to[0] = (byte)(few | count);
            return 1;
        }
        to[0] = many;
        BinaryPrimitives.WriteUInt16BigEndian(to[1..], (ushort)count);
        return 3;
    }

    private static int Text(string text, Span<byte> to)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var head = length < FixedText ? 1 : length <= byte.MaxValue ? 2 : 3;
        if (head == 1)
            to[0] = (byte)(0xa0 | length);
        else if (head == 2)
            (to[0], to[1]) = (0xd9, (byte)length);
        else
            (to[0], to[1], to[2]) = (0xda, (byte)(length >> 8), (byte)length);
        return head + Encoding.UTF8.GetBytes(text, to[head..]);
    }

    private static int Bytes(Guid id, Span<byte> to)
    {
        (to[0], to[1]) = (0xc4, 16);
        id.TryWriteBytes(to[2..], bigEndian: true, out _);
        return 18;
    }

    private static int Whole(long value, Span<byte> to)
    {
        switch (value)
        {
            case >= 0 and < 128 or < 0 and >= -32:
                to[0] = (byte)value;
                return 1;
            case >= 0 and <= byte.MaxValue:
                (to[0], to[1]) = (0xcc, (byte)value);
                return 2;
            case >= 0 and <= ushort.MaxValue:
                to[0] = 0xcd;
                BinaryPrimitives.WriteUInt16BigEndian(to[1..], (ushort)value);
                return 3;
            case >= 0 and <= uint.MaxValue:
                to[0] = 0xce;
                BinaryPrimitives.WriteUInt32BigEndian(to[1..], (uint)value);
                return 5;
            default:
                to[0] = 0xd3;
                BinaryPrimitives.WriteInt64BigEndian(to[1..], value);
                return 9;
        }
    }

    private static int Real(double value, Span<byte> to)
    {
        to[0] = 0xcb;
        BinaryPrimitives.WriteDoubleBigEndian(to[1..], value);
        return 9;
    }
}
