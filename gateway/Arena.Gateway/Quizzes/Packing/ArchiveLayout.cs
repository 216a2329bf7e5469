namespace Arena.Gateway.Quizzes.Packing;

/// <summary>The layout of the archive of a quiz with its media.</summary>
internal static class ArchiveLayout
{
    /// <summary>Arena's own JSON.</summary>
    public const string Quiz = "quiz.json";

    /// <summary>The end of the archive's name.</summary>
    public const string Extension = ".arena.zip";

    public const string ContentType = "application/zip";

    private const string Media = "media/";

    /// <summary>The entry of a medium: its name, and an extension for those who look into the archive.</summary>
    public static string EntryOf(string name, string contentType) => $"{Media}{name}{ExtensionOf(contentType)}";

    /// <summary>The beginning of a medium's entry: any extension may follow.</summary>
    public static string StemOf(string name) => $"{Media}{name}";

    private static string ExtensionOf(string contentType) => contentType switch
    {
        "image/webp" => ".webp",
        "audio/mpeg" => ".mp3",
        "audio/ogg" => ".ogg",
        "audio/mp4" => ".m4a",
        "audio/webm" or "video/webm" => ".webm",
        "video/mp4" => ".mp4",
        _ => "",
    };
}
