namespace Arena.Gateway.Media.Recognition;

/// <summary>What a file is written in, by its first bytes.</summary>
internal enum MediaFormat
{
    Jpeg,
    Png,
    WebP,
    Avif,
    Gif,
    Mp3,
    Ogg,
    /// <summary>MP4 and M4A: which of them it is, its tracks say.</summary>
    Mp4,
    WebM,
}
