using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Arena.Game.Questions;

/// <summary>What makes no difference between a typed answer and one that is accepted, or between two names.</summary>
public static class TextComparison
{
    /// <summary>Letters that have no decomposition, and how they are typed without them.</summary>
    private static readonly ImmutableSortedDictionary<char, string> Ligatures = ImmutableSortedDictionary.CreateRange<char, string>(
    [
        new('ß', "ss"), new('æ', "ae"), new('Æ', "AE"), new('œ', "oe"), new('Œ', "OE"), new('ø', "o"), new('Ø', "O"), new('ł', "l"), new('Ł', "L"),
        new('đ', "d"), new('Đ', "D"),
    ]);

    private const char NoCharacter = '\uFFFE';

    private static readonly TypedAnswerQuestion CaseAndAccents = new(Guid.Empty, "", [], null, 0) { IgnoreSpaces = false, IgnorePunctuation = false };

    /// <summary>Two texts with the same key differ in nothing but case and accents. What has a text's key in its own contains that text.</summary>
    public static string Key(string text) => Ascii.IsValid(text) ? text.ToLowerInvariant() : Fold(text, CaseAndAccents);

    /// <summary>A text without what makes no difference.</summary>
    public static string Fold(string text, TypedAnswerQuestion rules)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in rules.IgnoreAccents ? Decomposed(text) : text)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(character);
            if ((rules.IgnoreAccents && category == UnicodeCategory.NonSpacingMark)
                || (rules.IgnoreSpaces && category == UnicodeCategory.SpaceSeparator)
                || (rules.IgnorePunctuation && char.IsPunctuation(character)))
            {
                continue;
            }
            if (rules.IgnoreAccents && Ligatures.TryGetValue(character, out var letters))
                folded.Append(letters);
            else
                folded.Append(character == '’' ? '\'' : character);
        }
        // Through capitals, because some small letters share theirs: the two sigmas.
        return rules.IgnoreCase ? folded.ToString().ToUpperInvariant().ToLowerInvariant() : folded.ToString();
    }

    /// <summary>Letters and their accents apart. U+FFFE, which is no character and has no normal form, is left out, and half a pair becomes U+FFFD.</summary>
    private static string Decomposed(string text)
    {
        if (text.Contains(NoCharacter) || text.EnumerateRunes().Contains(Rune.ReplacementChar))
            text = string.Concat(text.EnumerateRunes().Where(rune => rune.Value != NoCharacter));
        return text.Normalize(NormalizationForm.FormD);
    }

    /// <summary>
    /// Whether a text can be had from another one by so few changes: a letter left out, put in, exchanged for another, or two neighbours exchanged
    /// (optimal string alignment; Damerau 1964).
    /// </summary>
    public static bool IsNear(string typed, string accepted, int changes)
    {
        if (Math.Abs(typed.Length - accepted.Length) > changes)
            return false;
        var (before, last, row) = (new int[accepted.Length + 1], new int[accepted.Length + 1], new int[accepted.Length + 1]);
        for (var column = 0; column < last.Length; column++)
            last[column] = column;
        for (var line = 1; line <= typed.Length; line++)
        {
            row[0] = line;
            for (var column = 1; column < row.Length; column++)
            {
                var exchange = last[column - 1] + (typed[line - 1] == accepted[column - 1] ? 0 : 1);
                row[column] = Math.Min(Math.Min(row[column - 1], last[column]) + 1, exchange);
                if (line > 1 && column > 1 && typed[line - 1] == accepted[column - 2] && typed[line - 2] == accepted[column - 1])
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[accepted.Length] <= changes;
    }
}
