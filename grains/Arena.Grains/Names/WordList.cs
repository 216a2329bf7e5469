namespace Arena.Grains.Names;

/// <summary>
/// A list of words that offend. One entry a line; <c>#</c> begins a comment. <c>word</c> offends where it is a word of its own, <c>word*</c>
/// where a word begins with it, <c>*word*</c> anywhere in a word, and <c>!word</c> does not offend, regardless of its parts. <c>two words</c>
/// offend where they follow one another. Accents and capitals do not matter; a letter may be repeated more often than here, not less.
/// </summary>
internal static class WordList
{
    public const int MaxEntries = 10_000;

    /// <summary>The lists that come with Arena.</summary>
    public static IEnumerable<WordEntry> BuiltIn { get; } = [.. Embedded("words.en.txt"), .. Embedded("words.fr.txt"), .. Embedded("words.de.txt"), .. Embedded("words.es.txt")];

    /// <exception cref="FormatException">A line is none of these, or they are too many.</exception>
    public static List<WordEntry> Read(TextReader lines)
    {
        var entries = new List<WordEntry>();
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            var text = line.Split('#')[0].Trim();
            if (text.Length == 0)
                continue;
            entries.Add(WordEntry.Parse(text) ?? throw new FormatException(
                $"line {number} is not word, word*, *word*, !word or words, in letters and in {WordEntry.MaxLength} characters at most"));
            if (entries.Count > MaxEntries)
                throw new FormatException($"it has more than {MaxEntries} entries");
        }
        return entries;
    }

    /// <exception cref="FormatException">As for <see cref="Read"/>.</exception>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    public static List<WordEntry> ReadFile(string path)
    {
        using var lines = File.OpenText(path);
        return Read(lines);
    }

    private static List<WordEntry> Embedded(string name)
    {
        using var lines = new StreamReader(typeof(WordList).Assembly.GetManifestResourceStream(name)!);
        return Read(lines);
    }
}
