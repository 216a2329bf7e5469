using System.Globalization;
using System.Text;

namespace Arena.Gateway.Http;

/// <summary>One line of text that people write: a name or a note.</summary>
internal static class PlainLine
{
    /// <summary>Composes and trims a text, and makes runs of white space one space.</summary>
    /// <param name="raw">The text; null and white space are none.</param>
    /// <param name="maxLength">How long it may be, in UTF-16 units.</param>
    /// <param name="line">The text, or null if there is none.</param>
    /// <returns>Whether it is one line of sound text within the limit.</returns>
    public static bool TryRead(string? raw, int maxLength, out string? line)
    {
        line = null;
        if (string.IsNullOrWhiteSpace(raw))
            return true;
        // Normalisation takes time in the square of a run of marks: what cannot fit is not looked at.
        if (raw.Length > 4 * maxLength || raw.EnumerateRunes().Any(IsForbidden))
            return false;
        var words = string.Join(' ', raw.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > maxLength)
            return false;
        line = words;
        return true;
    }

    /// <summary>Controls, half characters, the one that has no normal form, and marks that make a text read other than it is.</summary>
    private static bool IsForbidden(Rune rune) =>
        rune == Rune.ReplacementChar
        || rune.Value == 0xFFFE
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
