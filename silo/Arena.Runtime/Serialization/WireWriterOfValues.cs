using System.Buffers.Binary;
using System.Text;

namespace Arena.Runtime;

/// <content>The values.</content>
public ref partial struct WireWriter
{
    // A string of so many characters takes at most 126 bytes, whose number takes one.
    private const int ShortString = 42;

    /// <summary>Writes a whole number as <see cref="WireType.Varint"/>.</summary>
    /// <param name="value">The number.</param>
    public void WriteVarint(ulong value)
    {
        var bytes = Reserve(MaxVarintBytes);
        var count = 0;
        while (value >= 0x80)
        {
            bytes[count++] = (byte)(value | 0x80);
            value >>= 7;
        }

        bytes[count++] = (byte)value;
        _position += count;
    }

    /// <summary>Writes 0 or 1 as <see cref="WireType.Varint"/>.</summary>
    /// <param name="value">The value.</param>
    public void WriteBoolean(bool value) => WriteVarint(value ? 1u : 0u);

    /// <summary>Writes a <see cref="WireType.Varint"/>.</summary>
    /// <param name="value">The value.</param>
    public void WriteByte(byte value) => WriteVarint(value);

    /// <summary>Writes a <see cref="WireType.Varint"/> in zigzag order.</summary>
    /// <param name="value">The value.</param>
    public void WriteSByte(sbyte value) => WriteInt64(value);

    /// <summary>Writes a <see cref="WireType.Varint"/> in zigzag order.</summary>
    /// <param name="value">The value.</param>
    public void WriteInt16(short value) => WriteInt64(value);

    /// <summary>Writes a <see cref="WireType.Varint"/>.</summary>
    /// <param name="value">The value.</param>
    public void WriteUInt16(ushort value) => WriteVarint(value);

    /// <summary>Writes a <see cref="WireType.Varint"/>.</summary>
    /// <param name="value">The value.</param>
    public void WriteChar(char value) => WriteVarint(value);

    /// <summary>Writes a <see cref="WireType.Varint"/> in zigzag order.</summary>
    /// <param name="value">The value.</param>
    public void WriteInt32(int value) => WriteInt64(value);

    /// <summary>Writes a <see cref="WireType.Varint"/>.</summary>
    /// <param name="value">The value.</param>
    public void WriteUInt32(uint value) => WriteVarint(value);

    /// <summary>Writes a <see cref="WireType.Varint"/> in zigzag order.</summary>
    /// <param name="value">The value.</param>
    public void WriteInt64(long value) => WriteVarint((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>Writes a <see cref="WireType.Varint"/>.</summary>
    /// <param name="value">The value.</param>
    public void WriteUInt64(ulong value) => WriteVarint(value);

    /// <summary>Writes a <see cref="WireType.Fixed32"/>.</summary>
    /// <param name="value">The value.</param>
    public void WriteSingle(float value)
    {
        BinaryPrimitives.WriteSingleLittleEndian(Reserve(4), value);
        _position += 4;
    }

    /// <summary>Writes a <see cref="WireType.Fixed64"/>.</summary>
    /// <param name="value">The value.</param>
    public void WriteDouble(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(Reserve(8), value);
        _position += 8;
    }

    /// <summary>Writes a <see cref="WireType.Fixed64"/>.</summary>
    /// <param name="value">The value.</param>
    public void WriteFixed64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Reserve(8), value);
        _position += 8;
    }

    /// <summary>Writes a <see cref="WireType.Fixed128"/>.</summary>
    /// <param name="value">The value.</param>
    public void WriteDecimal(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var bytes = Reserve(16);
        for (var i = 0; i < parts.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(bytes[(4 * i)..], parts[i]);
        _position += 16;
    }

    /// <summary>Writes a <see cref="WireType.Fixed128"/>.</summary>
    /// <param name="value">The value.</param>
    public void WriteGuid(Guid value)
    {
        value.TryWriteBytes(Reserve(16));
        _position += 16;
    }

    /// <summary>Writes ticks and kind as <see cref="WireType.Fixed64"/>.</summary>
    /// <param name="value">The value.</param>
    public void WriteDateTime(DateTime value) => WriteFixed64((ulong)value.Ticks | ((ulong)value.Kind << 62));

    /// <summary>Writes the ticks of the clock that was read and the minutes of its offset as <see cref="WireType.Fixed128"/>.</summary>
    /// <param name="value">The value.</param>
    public void WriteDateTimeOffset(DateTimeOffset value)
    {
        WriteFixed64((ulong)value.Ticks);
        WriteFixed64((ulong)value.TotalOffsetMinutes);
    }

    /// <summary>Writes ticks as a <see cref="WireType.Varint"/> in zigzag order.</summary>
    /// <param name="value">The value.</param>
    public void WriteTimeSpan(TimeSpan value) => WriteInt64(value.Ticks);

    /// <summary>Writes UTF-8 as <see cref="WireType.Bytes"/>. Half a surrogate pair becomes U+FFFD.</summary>
    /// <param name="value">The text.</param>
    public void WriteString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length <= ShortString)
        {
            var bytes = Reserve(1 + (3 * ShortString));
            var length = Encoding.UTF8.GetBytes(value, bytes[1..]);
            bytes[0] = (byte)length;
            _position += 1 + length;
            return;
        }

        var count = Encoding.UTF8.GetByteCount(value);
        WriteVarint((uint)count);
        Encoding.UTF8.GetBytes(value, Reserve(count));
        _position += count;
    }

    /// <summary>Writes <see cref="WireType.Bytes"/>.</summary>
    /// <param name="value">The bytes.</param>
    public void WriteBytes(scoped ReadOnlySpan<byte> value)
    {
        WriteVarint((uint)value.Length);
        while (!value.IsEmpty)
        {
            var bytes = Reserve(1);
            var count = Math.Min(bytes.Length, value.Length);
            value[..count].CopyTo(bytes);
            _position += count;
            value = value[count..];
        }
    }

    /// <summary>Writes the identity of a grain or an observer as <see cref="WireType.Object"/>.</summary>
    /// <param name="value">A reference, or the grain itself.</param>
    /// <exception cref="ArgumentException">It is neither: an observer gets a reference by CreateObjectReference.</exception>
    public void WriteReference(IAddressable value) => WriteGrainId(value.GetGrainId());

    /// <summary>Writes an identity as <see cref="WireType.Object"/>.</summary>
    /// <param name="value">The identity.</param>
    public void WriteGrainId(GrainId value)
    {
        BeginObject();
        WriteTag((uint)WireType.Bytes);
        WriteString(value.Type);
        WriteTag((1 << 3) | (uint)WireType.Bytes);
        WriteString(value.Key);
        EndObject();
    }
}
