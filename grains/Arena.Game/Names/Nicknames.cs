using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Arena.Game.Vocabulary;

namespace Arena.Game.Names;

/// <summary>What a nickname may be: visible, bounded, and not the same as another's.</summary>
public static class Nicknames
{
    private const int MaxTypedLength = 200;

    /// <summary>
    /// Compatibility-composes (NFKC), drops what cannot be seen (control, format, bidirectional, zero-width and unassigned characters, except
    /// <see cref="Joiners"/> that are needed), folds white space, and counts what a reader sees (graphemes; of a composed emoji, each part).
    /// </summary>
    /// <param name="typed">As the player typed it.</param>
    /// <param name="nickname">The cleaned name.</param>
    /// <returns>Why it is refused, or null.</returns>
    public static GameErrorCode? Clean(string? typed, out string nickname)
    {
        nickname = "";
        if (string.IsNullOrEmpty(typed))
            return GameErrorCode.NicknameEmpty;
        if (typed.Length > MaxTypedLength)
            return GameErrorCode.NicknameTooLong;

        var folded = new StringBuilder(typed.Length);
        foreach (var rune in Composed(typed).EnumerateRunes())
        {
            if (!IsBlank(rune))
                folded.Append(rune.ToString());
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        nickname = folded.ToString().TrimEnd();
        if (!nickname.EnumerateRunes().Any(Glyphs.HasInk))
            return GameErrorCode.NicknameEmpty;
        var counted = Only(rune => !Joiners.IsOne(rune), nickname);
        return new StringInfo(counted).LengthInTextElements > GameLimits.MaxNicknameGraphemes || nickname.Length > MaxTypedLength
            ? GameErrorCode.NicknameTooLong
            : null;
    }

    /// <summary>Two names with the same key are the same name, however it is written.</summary>
    public static string Key(string nickname) => Written(nickname).ToUpperInvariant();

    /// <summary>
    /// Two names that share one of these look the same to a reader: the <see cref="Key"/>; how the name looks as it is written; and
    /// how its foreign characters look in capitals and in small letters. Letters of the Latin alphabet are compared in the case that is
    /// written: Tim I looks like Tim l, and not like Tim L.
    /// </summary>
    public static ImmutableArray<string> Looks(string nickname)
    {
        var written = Written(nickname);
        var capitals = WithoutPairs(written).ToUpperInvariant();
        // Through capitals, because some small letters share theirs: the two sigmas.
        var small = capitals.ToLowerInvariant();
        return
        [
            .. new[]
            {
                written.ToUpperInvariant(),
                Drawn(capitals, rune => rune.IsAscii ? Ascii(rune) : Letter(rune) is "l" ? "I" : Letter(rune).ToUpperInvariant()),
                // Marked, so that a small letter of one name is not compared with a letter that was made small in another.
                "=" + WithoutPairs(Drawn(written, Letter)),
                "~" + Drawn(small, rune => rune.IsAscii ? Ascii(rune) : Letter(rune)).ToLowerInvariant(),
            }.Distinct(),
        ];
    }

    private static string Drawn(string text, Func<Rune, string> look) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).EnumerateRunes().Select(look)).Normalize(NormalizationForm.FormD);

    /// <summary>What all that look like a character are compared by. UTS #39 takes an m for an r and an n; Bern and Bem are two names.</summary>
    private static string Letter(Rune rune) => Confusables.PrototypeOf(rune) switch
    {
        null => rune.ToString(),
        "rn" => "m",
        var prototype => prototype,
    };

    /// <summary>A zero looks like an o in either case; a one looks like some letters, but not like both cases of any.</summary>
    private static string Ascii(Rune rune) => rune.Value == '0' ? "O" : rune.ToString();

    /// <summary>Where no name has an r and an n in a row, they stand for an m.</summary>
    private static string WithoutPairs(string text)
    {
        var words = text.Replace("rnrn", "mm", StringComparison.Ordinal).Split(' ');
        return string.Join(' ', words.Select(word => word.StartsWith("rn", StringComparison.Ordinal) ? $"m{word[2..]}" : word));
    }

    /// <summary>Until nothing changes: without a joiner characters may compose, and composed ones may need a joiner no more.</summary>
    private static string Composed(string typed)
    {
        for (var text = Only(rune => IsVisible(rune) || Joiners.IsOne(rune), typed); ;)
        {
            var composed = Joiners.KeepNeeded(text).Normalize(NormalizationForm.FormKC);
            if (composed == text)
                return text;
            text = composed;
        }
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
        || (Glyphs.IsShown(rune) && rune.Value is not (0x034F or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F)));

    /// <summary>White space, and the letters that Unicode defines as blank: Hangul fillers, Braille blank.</summary>
    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune) || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    /// <summary>They choose between two drawings of one character (a heart in text or in colour): no difference between names.</summary>
    private static bool IsVariationSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
