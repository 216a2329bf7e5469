namespace Arena.Gateway.Media.Recognition;

/// <summary>Reads sounds and videos to their ends, without decoding them.</summary>
internal static class MediaInspector
{
    private const int BufferBytes = 16 * 1024;

    /// <exception cref="MediaRefusedException">The file is damaged, or has something else in it.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static MediaDescription Inspect(string path, MediaFormat format)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes);
        var reader = new ContentReader(file);
        return format switch
        {
            MediaFormat.Mp3 => Mp3File.Read(reader),
            MediaFormat.Ogg => OggFile.Read(reader),
            MediaFormat.Mp4 => Mp4File.Read(reader),
            MediaFormat.WebM => WebMFile.Read(reader),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Pictures are decoded."),
        };
    }
}
