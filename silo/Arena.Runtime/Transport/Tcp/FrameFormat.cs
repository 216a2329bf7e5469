using System.Buffers.Binary;

namespace Arena.Runtime;

/// <summary>How a frame looks on the wire: the length of its body in four bytes, the least significant first, then the body.</summary>
internal static class FrameFormat
{
    public const int HeaderBytes = 4;

    /// <summary>In place of a length: a sign of life, which has no body and is not handed out.</summary>
    public const uint KeepAlive = uint.MaxValue;

    public static uint ReadHeader(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32LittleEndian(header);

    public static void WriteHeader(Span<byte> header, uint length) => BinaryPrimitives.WriteUInt32LittleEndian(header, length);
}
