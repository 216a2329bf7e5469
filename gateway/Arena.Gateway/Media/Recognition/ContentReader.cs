using System.Buffers.Binary;

namespace Arena.Gateway.Media.Recognition;

/// <summary>Reads numbers of a file, and skips what it does not need to look at. Ends with a refusal where the file ends too early.</summary>
internal sealed class ContentReader(Stream file)
{
    private readonly byte[] _number = new byte[8];

    public long Position => file.Position;

    public long Length => file.Length;

    public byte ReadByte() => Read(1)[0];

    public int ReadUInt16() => BinaryPrimitives.ReadUInt16BigEndian(Read(2));

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32BigEndian(Read(4));

    public ulong ReadUInt64() => BinaryPrimitives.ReadUInt64BigEndian(Read(8));

    /// <summary>Little-endian, as Ogg has it.</summary>
    public uint ReadUInt32Little() => BinaryPrimitives.ReadUInt32LittleEndian(Read(4));

    /// <summary>Little-endian, as Ogg has it.</summary>
    public long ReadInt64Little() => BinaryPrimitives.ReadInt64LittleEndian(Read(8));

    /// <summary>A few bytes.</summary>
    public byte[] ReadBytes(int count)
    {
        var bytes = new byte[count];
        Fill(bytes);
        return bytes;
    }

    /// <summary>Fills a buffer.</summary>
    public void Fill(Span<byte> bytes)
    {
        if (file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw Damaged("It ends in the middle of a part.");
    }

    public void Skip(long bytes) => MoveTo(Position + bytes);

    /// <summary>Moves to a position in the file, or to its end.</summary>
    public void MoveTo(long position)
    {
        if (position < 0 || position > Length)
            throw Damaged("A part is longer than the file.");
        file.Position = position;
    }

    public static MediaRefusedException Damaged(string detail) => new(MediaErrorCode.MediaDamaged, detail);

    public static MediaRefusedException Unknown(string detail) => new(MediaErrorCode.MediaKindUnknown, detail);

    private Span<byte> Read(int count)
    {
        var bytes = _number.AsSpan(0, count);
        Fill(bytes);
        return bytes;
    }
}
