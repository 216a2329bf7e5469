using System.Collections.Immutable;
using System.Text;
using Arena.Game.Names;

namespace Arena.Grains.Names;

/// <summary>
/// A word as a quick reader sees it: what looks like a Latin letter is one (by <see cref="Confusables"/>), digits and signs that stand
/// for letters are those letters, i and l are one letter because so much looks like both, and marks and everything else are not there.
/// </summary>
/// <param name="Runs">Its letters, each with how often it follows itself.</param>
internal readonly record struct Spelling(ImmutableArray<(char Letter, int Count)> Runs)
{
    public static Spelling Of(string text)
    {
        var runs = ImmutableArray.CreateBuilder<(char Letter, int Count)>(text.Length);
        foreach (var letter in Letters(text))
        {
            if (runs.Count > 0 && runs[^1].Letter == letter)
                runs[^1] = (letter, runs[^1].Count + 1);
            else
                runs.Add((letter, 1));
        }
        return new(runs.ToImmutable());
    }

    /// <summary>Whether a word begins here: each of its letters is repeated as often as in it, or more often.</summary>
    public bool HasAt(int run, Spelling word)
    {
        if (run + word.Runs.Length > Runs.Length)
            return false;
        for (var index = 0; index < word.Runs.Length; index++)
        {
            if (Runs[run + index].Letter != word.Runs[index].Letter || Runs[run + index].Count < word.Runs[index].Count)
                return false;
        }
        return true;
    }

    /// <summary>Whether the text is that word, and nothing more.</summary>
    public bool Is(Spelling word) => Runs.Length == word.Runs.Length && HasAt(0, word);

    private static IEnumerable<char> Letters(string text) =>
        from rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes()
        from seen in Seen(rune)
        where char.IsLetter(seen)
        let small = char.ToLowerInvariant(seen)
        select small == 'l' ? 'i' : small;

    private static string Seen(Rune rune) => rune.Value switch
    {
        '0' => "o",
        '1' or '!' or '|' => "i",
        '3' or '€' => "e",
        '4' or '@' => "a",
        '5' or '$' => "s",
        '6' or '9' => "g",
        '7' or '+' => "t",
        '8' => "b",
        < 128 => rune.ToString(),
        _ => Confusables.PrototypeOf(rune) switch
        {
            null => rune.ToString(),
            // The prototype of all that looks like an m.
            "rn" => "m",
            var prototype => prototype,
        },
    };
}
