using System.Collections.Immutable;

namespace Arena.Grains.Names;

/// <summary>One line of a list: a word, or several that follow one another.</summary>
internal sealed record WordEntry(WordPlace Place, ImmutableArray<Spelling> Words)
{
    public const int MaxLength = 64;

    /// <summary>The entry of a line, or null if the line is none.</summary>
    public static WordEntry? Parse(string line)
    {
        if (line.Length > MaxLength)
            return null;
        var (place, text) = line switch
        {
            ['!', .. var word] => (WordPlace.Allowed, word),
            ['*', .. var word, '*'] => (WordPlace.Anywhere, word),
            [.. var word, '*'] => (WordPlace.Beginning, word),
            _ => (WordPlace.Whole, line),
        };
        ImmutableArray<Spelling> words = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Spelling.Of)];
        var isWord = text.All(character => char.IsLetter(character) || char.IsWhiteSpace(character)) && words.All(word => word.Runs.Length > 0);
        return isWord && (words.Length == 1 || (words.Length > 1 && place == WordPlace.Whole)) ? new(place, words) : null;
    }
}
