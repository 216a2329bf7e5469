using System.Globalization;
using System.Text;

namespace Arena.Game.Questions;

/// <summary>A text that a player typed, as it is kept.</summary>
internal static class AnswerText
{
    /// <summary>A text that is longer before it is cleaned is not looked at.</summary>
    private const int RawFactor = 4;

    /// <summary>On one line, composed (NFC), without what cannot be seen; white space is one space.</summary>
    /// <returns>Null if nothing is left to read, or more than <paramref name="maxLength"/> characters.</returns>
    public static string? Clean(string? raw, int maxLength)
    {
        if (raw is null || raw.Length > RawFactor * maxLength)
            return null;
        var kept = new StringBuilder(raw.Length);
        var hasInk = false;
        foreach (var rune in raw.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (kept.Length > 0 && kept[^1] != ' ')
                    kept.Append(' ');
                continue;
            }
            var category = Rune.GetUnicodeCategory(rune);
            if (!IsVisible(rune, category))
                continue;
            hasInk |= !IsMark(category) && !IsJoiner(rune);
            kept.Append(rune.ToString());
        }
        if (!hasInk)
            return null;
        var text = kept.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
        return text.Length <= maxLength ? text : null;
    }

    /// <summary>Unpaired surrogates are read as U+FFFD: the rest can be normalised.</summary>
    private static bool IsVisible(Rune rune, UnicodeCategory category) =>
        IsJoiner(rune)
        || (category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned)
            && rune != Rune.ReplacementChar);

    /// <summary>The joiners of emoji and of some scripts.</summary>
    private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
