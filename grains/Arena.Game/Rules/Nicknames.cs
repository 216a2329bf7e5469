using System.Globalization;
using System.Text;

namespace Arena.Game;

/// <summary>What a nickname may be: visible, bounded, and not the same as another's.</summary>
public static class Nicknames
{
    private const int MaxTypedLength = 200;

    /// <summary>
    /// Compatibility-composes (NFKC), drops what cannot be seen (control, format, bidirectional, zero-width and unassigned characters),
    /// folds white space, and counts what a reader sees (graphemes).
    /// </summary>
    /// <param name="typed">As the player typed it.</param>
    /// <param name="nickname">The cleaned name.</param>
    /// <returns>Why it is refused, or null.</returns>
    public static Refusal? Clean(string? typed, out string nickname)
    {
        nickname = "";
        if (string.IsNullOrEmpty(typed))
            return Refusal.NicknameEmpty;
        if (typed.Length > MaxTypedLength)
            return Refusal.NicknameTooLong;

        var visible = new StringBuilder(typed.Length);
        foreach (var rune in Scrub(typed).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (visible.Length > 0 && visible[^1] != ' ')
                    visible.Append(' ');
            }
            else if (IsVisible(rune))
            {
                visible.Append(rune.ToString());
            }
        }
        nickname = visible.ToString().TrimEnd();
        if (!nickname.EnumerateRunes().Any(HasInk))
            return Refusal.NicknameEmpty;
        return new StringInfo(nickname).LengthInTextElements > GameLimits.MaxNicknameGraphemes || nickname.Length > MaxTypedLength
            ? Refusal.NicknameTooLong
            : null;
    }

    /// <summary>Two names with the same key are the same name to a reader.</summary>
    public static string Key(string nickname) => nickname.Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    /// <summary>Unpaired surrogates cannot be normalised: they become U+FFFD, which is not visible here.</summary>
    private static string Scrub(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
            clean.Append(rune.ToString());
        return clean.ToString();
    }

    private static bool IsVisible(Rune rune) =>
        rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator);

    /// <summary>Marks alone, and the letters that Unicode defines as blank (Hangul fillers, Braille blank), leave nothing to read.</summary>
    private static bool HasInk(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark)
        && rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800);
}
