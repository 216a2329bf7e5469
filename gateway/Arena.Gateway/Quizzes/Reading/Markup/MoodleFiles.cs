namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>The files that Moodle's XML has beside a text.</summary>
/// <param name="text">The element of the text.</param>
internal sealed class MoodleFiles(MarkupElement text)
{
    /// <summary>What the text puts for the place of its files.</summary>
    private const string Base = "@@PLUGINFILE@@";

    private readonly IEnumerable<MarkupElement> _files = text.Children.Where(child => child.Name == "file");

    /// <returns>The file that an address leads to; null if it leads elsewhere.</returns>
    public PackedFile? Find(string address)
    {
        if (!address.StartsWith(Base, StringComparison.Ordinal))
            return null;
        string path = Uri.UnescapeDataString(address[Base.Length..].Split('?', '#')[0]).Trim('/');
        return _files.FirstOrDefault(file => PathOf(file) == path) is { } found ? Packed(found, path) : null;
    }

    private static string PathOf(MarkupElement file) => $"{file["path"]?.Trim('/')}/{file["name"]}".Trim('/');

    private static PackedFile Packed(MarkupElement file, string path) => file.File?.Decode() is { } content
        ? new(MediaId.Of(content), path, content.Length, _ => Task.FromResult<Stream>(new MemoryStream(content, writable: false)))
        : new(MediaId.Of([]), path, 0, _ => Task.FromException<Stream>(new InvalidDataException("The file is no base64.")));
}
