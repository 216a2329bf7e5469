using Arena.Game.Vocabulary;

namespace Arena.Gateway.Media.Recognition;

/// <summary>MPEG audio, layer III: frame after frame to the end, so that nothing else hides among them. Before them may be an ID3v2 tag, after them an ID3v1 tag.</summary>
internal static class Mp3File
{
    private const int TagHeaderBytes = 10;
    private const int FooterFlag = 0x10;
    private const int EndTagBytes = 128;

    public static MediaDescription Read(ContentReader file)
    {
        SkipTag(file);
        var (seconds, frames) = (0.0, 0);
        var end = EndOfFrames(file);
        Span<byte> header = stackalloc byte[Mp3Header.Length];
        while (file.Position < end)
        {
            file.Fill(header);
            if (Mp3Header.Read(header) is not { } frame)
                throw ContentReader.Damaged($"There is no frame at byte {file.Position - Mp3Header.Length}.");
            file.Skip(frame.FrameBytes - Mp3Header.Length);
            (seconds, frames) = (seconds + ((double)frame.Samples / frame.SampleRate), frames + 1);
        }
        return frames > 0
            ? new(MediumKind.Audio, "audio/mpeg", null, null, (int)Math.Ceiling(seconds))
            : throw ContentReader.Damaged("It has no frames.");
    }

    private static void SkipTag(ContentReader file)
    {
        file.MoveTo(0);
        var header = file.ReadBytes(TagHeaderBytes);
        if (!header.AsSpan().StartsWith("ID3"u8))
        {
            file.MoveTo(0);
            return;
        }
        // Four bytes of seven bits each.
        var bytes = header[6] << 21 | header[7] << 14 | header[8] << 7 | header[9];
        file.Skip(bytes + ((header[5] & FooterFlag) == 0 ? 0 : TagHeaderBytes));
    }

    private static long EndOfFrames(ContentReader file)
    {
        var start = file.Position;
        if (file.Length - start < EndTagBytes)
            return file.Length;
        file.MoveTo(file.Length - EndTagBytes);
        var isTag = file.ReadBytes(3).AsSpan().SequenceEqual("TAG"u8);
        file.MoveTo(start);
        return isTag ? file.Length - EndTagBytes : file.Length;
    }
}
