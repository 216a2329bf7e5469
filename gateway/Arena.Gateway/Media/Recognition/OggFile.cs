using System.Buffers.Binary;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Media.Recognition;

/// <summary>Ogg with one stream of Vorbis or Opus (RFC 3533, RFC 7845): page after page to the end, of which the last one says so.</summary>
internal static class OggFile
{
    private const int LastPage = 4;
    private const int OpusRate = 48_000;
    private const int FirstPacketBytes = 19;
    private const long NoPosition = -1;

    public static MediaDescription Read(ContentReader file)
    {
        uint? stream = null;
        var (rate, skipped, position, isEnded) = (0, 0, 0L, false);
        file.MoveTo(0);
        while (file.Position < file.Length)
        {
            if (isEnded || !file.ReadBytes(4).AsSpan().SequenceEqual("OggS"u8) || file.ReadByte() != 0)
                throw ContentReader.Damaged("There is no page where one must begin.");
            isEnded = (file.ReadByte() & LastPage) != 0;
            var granule = file.ReadInt64Little();
            var serial = file.ReadUInt32Little();
            file.Skip(8);
            var bytes = file.ReadBytes(file.ReadByte()).Sum(segment => segment);
            if (stream is null)
            {
                (rate, skipped) = Codec(file.ReadBytes(Math.Min(bytes, FirstPacketBytes)));
                bytes -= Math.Min(bytes, FirstPacketBytes);
                stream = serial;
            }
            if (serial != stream)
                throw ContentReader.Unknown("It has several streams.");
            file.Skip(bytes);
            if (granule != NoPosition)
                position = Math.Max(position, granule);
        }
        return isEnded
            ? new(MediumKind.Audio, "audio/ogg", null, null, (int)Math.Min(int.MaxValue, Math.Ceiling(Math.Max(0.0, position - skipped) / rate)))
            : throw ContentReader.Damaged("Its last page is missing.");
    }

    /// <returns>Samples a second, and how many at the beginning are not heard.</returns>
    private static (int Rate, int Skipped) Codec(ReadOnlySpan<byte> packet)
    {
        if (packet.Length >= FirstPacketBytes && packet.StartsWith("OpusHead"u8))
            return (OpusRate, BinaryPrimitives.ReadUInt16LittleEndian(packet[10..]));
        if (packet.Length >= FirstPacketBytes && packet.StartsWith("\u0001vorbis"u8) && BinaryPrimitives.ReadInt32LittleEndian(packet[12..]) is > 0 and var rate)
            return (rate, 0);
        throw ContentReader.Unknown("It is neither Vorbis nor Opus.");
    }
}
