using System.Collections.Immutable;
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

        var folded = new StringBuilder(typed.Length);
        foreach (var rune in Only(IsVisible, typed).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (!IsBlank(rune))
                folded.Append(rune.ToString());
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        nickname = folded.ToString().TrimEnd();
        if (!nickname.EnumerateRunes().Any(HasInk))
            return Refusal.NicknameEmpty;
        return new StringInfo(nickname).LengthInTextElements > GameLimits.MaxNicknameGraphemes || nickname.Length > MaxTypedLength
            ? Refusal.NicknameTooLong
            : null;
    }

    /// <summary>Two names with the same key are the same name, however it is written.</summary>
    public static string Key(string nickname) => Written(nickname).ToUpperInvariant();

    /// <summary>
    /// Two names that share one of these are the same to whoever reads them: the <see cref="Key"/>, and how the name looks, both as it is
    /// written and in small letters. Two, because case changes what looks alike: IAN could be ian, and could be lan; ian is not lan.
    /// </summary>
    public static ImmutableArray<string> Looks(string nickname)
    {
        var written = Written(nickname);
        // Through capitals, because some small letters share theirs: the two sigmas.
        var small = written.ToUpperInvariant().ToLowerInvariant();
        return [.. new[] { written, Confusables.Skeleton(written), Confusables.Skeleton(small) }.Select(look => look.ToUpperInvariant()).Distinct()];
    }

    private static string Written(string nickname) =>
        Only(rune => IsVisible(rune) && !IsVariationSelector(rune), nickname).Normalize(NormalizationForm.FormKC);

    /// <summary>Leaves nothing that cannot be normalised: unpaired surrogates are read as U+FFFD, and neither it nor U+FFFE is visible.</summary>
    private static string Only(Predicate<Rune> wanted, string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (wanted(rune))
                kept.Append(rune.ToString());
        }
        return kept.ToString();
    }

    /// <summary>Whether it leaves a trace on the screen: also not the marks that Unicode says to ignore (joiner, vowel signs without a sign).</summary>
    private static bool IsVisible(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            && rune != Rune.ReplacementChar
            && rune.Value is not (0x034F or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F)));

    /// <summary>White space, and the letters that Unicode defines as blank: Hangul fillers, Braille blank.</summary>
    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune) || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    /// <summary>They choose between two drawings of one character (a heart in text or in colour): no difference between names.</summary>
    private static bool IsVariationSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Marks alone leave nothing to read.</summary>
    private static bool HasInk(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark);
}
