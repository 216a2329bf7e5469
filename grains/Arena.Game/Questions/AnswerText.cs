using System.Text;
using Arena.Game.Names;

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
            if (!Glyphs.IsShown(rune) && !Joiners.IsOne(rune))
                continue;
            hasInk |= Glyphs.HasInk(rune) && !Joiners.IsOne(rune);
            kept.Append(rune.ToString());
        }
        if (!hasInk)
            return null;
        var text = kept.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
        return text.Length <= maxLength ? text : null;
    }
}
