using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Arena.Runtime;

/// <content>The values.</content>
public ref partial struct WireReader
{
    private const int MaxOffsetMinutes = 14 * 60;

    /// <summary>Reads a <see cref="WireType.Varint"/>.</summary>
    /// <returns>The value.</returns>
    public bool ReadBoolean() => ReadUnsigned(1) == 1;

    /// <summary>Reads a <see cref="WireType.Varint"/>.</summary>
    /// <returns>The value.</returns>
    public byte ReadByte() => (byte)ReadUnsigned(byte.MaxValue);

    /// <summary>Reads a <see cref="WireType.Varint"/> in zigzag order.</summary>
    /// <returns>The value.</returns>
    public sbyte ReadSByte() => (sbyte)ReadSigned(sbyte.MinValue, sbyte.MaxValue);

    /// <summary>Reads a <see cref="WireType.Varint"/> in zigzag order.</summary>
    /// <returns>The value.</returns>
    public short ReadInt16() => (short)ReadSigned(short.MinValue, short.MaxValue);

    /// <summary>Reads a <see cref="WireType.Varint"/>.</summary>
    /// <returns>The value.</returns>
    public ushort ReadUInt16() => (ushort)ReadUnsigned(ushort.MaxValue);

    /// <summary>Reads a <see cref="WireType.Varint"/>.</summary>
    /// <returns>The value.</returns>
    public char ReadChar() => (char)ReadUnsigned(char.MaxValue);

    /// <summary>Reads a <see cref="WireType.Varint"/> in zigzag order.</summary>
    /// <returns>The value.</returns>
    public int ReadInt32() => (int)ReadSigned(int.MinValue, int.MaxValue);

    /// <summary>Reads a <see cref="WireType.Varint"/>.</summary>
    /// <returns>The value.</returns>
    public uint ReadUInt32() => (uint)ReadUnsigned(uint.MaxValue);

    /// <summary>Reads a <see cref="WireType.Varint"/> in zigzag order.</summary>
    /// <returns>The value.</returns>
    public long ReadInt64()
    {
        var value = ReadVarint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>Reads a <see cref="WireType.Varint"/>.</summary>
    /// <returns>The value.</returns>
    public ulong ReadUInt64() => ReadVarint();

    /// <summary>Reads a <see cref="WireType.Fixed32"/>.</summary>
    /// <returns>The value.</returns>
    public float ReadSingle() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

    /// <summary>Reads a <see cref="WireType.Fixed64"/>.</summary>
    /// <returns>The value.</returns>
    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    /// <summary>Reads a <see cref="WireType.Fixed64"/>.</summary>
    /// <returns>The value.</returns>
    public ulong ReadFixed64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    /// <summary>Reads a <see cref="WireType.Fixed128"/>.</summary>
    /// <returns>The value.</returns>
    public decimal ReadDecimal()
    {
        const int SignAndScale = unchecked((int)0x80FF0000);
        var bytes = Take(16);
        Span<int> parts = stackalloc int[4];
        for (var i = 0; i < parts.Length; i++) parts[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * i)..]);
        if ((parts[3] & ~SignAndScale) != 0 || ((parts[3] >> 16) & 0xFF) > 28) throw Malformed("it has a decimal that is none");
        return new decimal(parts);
    }

    /// <summary>Reads a <see cref="WireType.Fixed128"/>.</summary>
    /// <returns>The value.</returns>
    public Guid ReadGuid() => new(Take(16));

    /// <summary>Reads ticks and kind from a <see cref="WireType.Fixed64"/>.</summary>
    /// <returns>The value.</returns>
    public DateTime ReadDateTime()
    {
        var value = ReadFixed64();
        var ticks = (long)(value & (ulong.MaxValue >> 2));
        var kind = (DateTimeKind)(value >> 62);
        if (ticks > DateTime.MaxValue.Ticks || kind > DateTimeKind.Local) throw Malformed("it has a time that is none");
        return new DateTime(ticks, kind);
    }

    /// <summary>Reads ticks and offset from a <see cref="WireType.Fixed128"/>.</summary>
    /// <returns>The value.</returns>
    public DateTimeOffset ReadDateTimeOffset()
    {
        var ticks = (long)ReadFixed64();
        var minutes = (long)ReadFixed64();
        if (minutes is < -MaxOffsetMinutes or > MaxOffsetMinutes || ticks < 0 || ticks > DateTime.MaxValue.Ticks)
            throw Malformed("it has a time that is none");
        var universal = ticks - (minutes * TimeSpan.TicksPerMinute);
        if (universal < 0 || universal > DateTime.MaxValue.Ticks) throw Malformed("it has a time that is none");
        return new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes));
    }

    /// <summary>Reads ticks from a <see cref="WireType.Varint"/> in zigzag order.</summary>
    /// <returns>The value.</returns>
    public TimeSpan ReadTimeSpan() => new(ReadInt64());

    /// <summary>Reads UTF-8 from <see cref="WireType.Bytes"/>.</summary>
    /// <returns>The text.</returns>
    public string ReadString()
    {
        var bytes = TakeBytes();
        if (!Utf8.IsValid(bytes)) throw Malformed("it has a text that is not UTF-8");
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Reads <see cref="WireType.Bytes"/>.</summary>
    /// <returns>A copy.</returns>
    public byte[] ReadByteArray() => TakeBytes().ToArray();

    /// <summary>Reads <see cref="WireType.Bytes"/>.</summary>
    /// <returns>A copy.</returns>
    public ReadOnlyMemory<byte> ReadMemory() => ReadByteArray();

    /// <summary>Reads <see cref="WireType.Bytes"/>.</summary>
    /// <returns>A copy.</returns>
    public ImmutableArray<byte> ReadImmutableBytes() => ImmutableCollectionsMarshal.AsImmutableArray(ReadByteArray());

    /// <summary>Reads the identity of a grain or an observer from a <see cref="WireType.Object"/>.</summary>
    /// <returns>The identity.</returns>
    public GrainId ReadGrainId()
    {
        string? type = null;
        string? key = null;
        BeginObject();
        while (TryReadField(out var id))
        {
            switch (id)
            {
                case 0:
                    Expect(WireType.Bytes);
                    type = ReadString();
                    break;
                case 1:
                    Expect(WireType.Bytes);
                    key = ReadString();
                    break;
                default:
                    Skip();
                    break;
            }
        }

        if (string.IsNullOrEmpty(type) || string.IsNullOrEmpty(key)) throw Malformed("it has a reference to nothing");
        return new GrainId(type, key);
    }

    /// <summary>Reads a reference by an interface of another assembly than the reading code's.</summary>
    /// <param name="interfaceType">The interface to call by.</param>
    /// <returns>A proxy.</returns>
    public object ReadReference(Type interfaceType) => Runtime.CreateReference(interfaceType, ReadGrainId());

    private ulong ReadUnsigned(ulong max)
    {
        var value = ReadVarint();
        return value <= max ? value : throw Malformed("a number is out of range");
    }

    private long ReadSigned(long min, long max)
    {
        var value = ReadInt64();
        return value >= min && value <= max ? value : throw Malformed("a number is out of range");
    }
}
