using System.Globalization;
using System.Text;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>
/// How a label looks on a screen. Two labels with the same look cannot be distinguished by a player. Case, superscripts and accents are seen, so
/// they count; invisible signs, shapes of quotes and hyphens, and letters of another script with the same glyph do not.
/// </summary>
internal static class LabelLook
{
    // Capitals and small letters of Greek and Cyrillic that all usual fonts draw with the glyphs of Latin ones.
    private const string Twins = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕЅІЈКМНОРСТХаеосрхуіјѕ‘’ʼ“”\u2010\u2011\u2212";
    private const string Latin = "ABEZHIKMNOPTYXoABESIJKMHOPCTXaeocpxyijs'''\"\"---";

    /// <param name="label">In normal form C, on one line with single spaces.</param>
    public static string Of(string label)
    {
        // None of ASCII is invisible, and all else that looks like it is made into it.
        if (Ascii.IsValid(label))
            return label;
        var look = new StringBuilder(label.Length);
        Span<char> units = stackalloc char[2];
        foreach (Rune rune in label.EnumerateRunes())
        {
            if (IsInvisible(rune))
                continue;
            int twin = rune.IsBmp ? Twins.IndexOf((char)rune.Value, StringComparison.Ordinal) : -1;
            if (twin >= 0)
                look.Append(Latin[twin]);
            else
                look.Append(units[..rune.EncodeToUtf16(units)]);
        }
        return look.ToString();
    }

    /// <summary>Format characters, and the marks that only choose between two drawings of one character.</summary>
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is 0x034F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
