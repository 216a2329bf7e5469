using System.Globalization;
using System.Text;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>What text is in a quiz: Unicode in normal form C, without what cannot be seen at its ends.</summary>
internal static class QuizText
{
    private const int ExcerptLength = 80;

    /// <summary>As Unicode's stream-safe text format: UAX #15, section 13.</summary>
    private const int MostStackedMarks = 30;

    /// <summary>Below the first combining mark every text is in normal form C already: no character composes with another.</summary>
    private const char FirstMark = '\u0300';

    /// <summary>The longest text that is looked at: what shrinks below its limit when it is trimmed and composed has its margin.</summary>
    public static int MostRaw(int maxLength) => 4 * maxLength;

    /// <summary>Text of one line, inner runs of white space made one space: a label or a title.</summary>
    public static QuizErrorCode? TryNormaliseLine(string raw, int maxLength, out string text) =>
        TryNormalise(raw, maxLength, lines: false, out text);

    /// <summary>Text of several lines, ended by line feeds.</summary>
    public static QuizErrorCode? TryNormaliseLines(string raw, int maxLength, out string text) =>
        TryNormalise(raw, maxLength, lines: true, out text);

    /// <summary>The beginning of a text, fit to be shown: without controls, and no half characters.</summary>
    public static string Excerpt(string text)
    {
        if (text.Length <= ExcerptLength && IsPlain(text, lines: false))
            return text;
        var excerpt = new StringBuilder(ExcerptLength);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (excerpt.Length + rune.Utf16SequenceLength > ExcerptLength)
                break;
            excerpt.Append(rune.Value == '\n' ? new Rune(' ') : IsForbidden(rune, Rune.GetUnicodeCategory(rune)) ? Rune.ReplacementChar : rune);
        }
        return excerpt.ToString();
    }

    /// <summary>
    /// Looks at the raw length and at runs of combining marks first: Unicode normalisation takes time in the square of such a run.
    /// </summary>
    private static QuizErrorCode? TryNormalise(string raw, int maxLength, bool lines, out string text)
    {
        text = "";
        if (raw.Length > MostRaw(maxLength))
            return QuizErrorCode.TooLong;
        if (IsPlain(raw, lines))
        {
            text = raw;
            return text.Length > maxLength ? QuizErrorCode.TooLong : null;
        }
        string unified = raw.ReplaceLineEndings("\n").Replace('\t', ' ');
        bool isVisible = false;
        int marks = 0;
        foreach (Rune rune in unified.EnumerateRunes())
        {
            // A lone surrogate is enumerated as the replacement character too.
            if (rune == Rune.ReplacementChar || rune.Value == 0xFFFE)
                return QuizErrorCode.DamagedText;
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (IsForbidden(rune, category) && !(lines && rune.Value == '\n'))
                return QuizErrorCode.ControlCharacter;
            marks = IsCombining(category) ? marks + 1 : 0;
            if (marks > MostStackedMarks)
                return QuizErrorCode.StackedMarks;
            isVisible |= IsVisible(rune, category);
        }
        if (!isVisible)
            return QuizErrorCode.Empty;
        string composed = unified.AsSpan().IndexOfAnyInRange(FirstMark, char.MaxValue) < 0 ? unified : unified.Normalize(NormalizationForm.FormC);
        text = lines ? TrimLines(composed) : CollapseSpace(composed);
        return text.Length > maxLength ? QuizErrorCode.TooLong : null;
    }

    /// <summary>Whether the text is one line of visible ASCII and single spaces amid it: it stays as it is.</summary>
    private static bool IsPlain(string text, bool lines) =>
        text is [not ' ', .., not ' '] or [not ' ']
        && text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0
        && (lines || !text.Contains("  ", StringComparison.Ordinal));

    private static string TrimLines(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())).Trim();

    private static string CollapseSpace(string text)
    {
        string trimmed = text.Trim();
        var collapsed = new StringBuilder(trimmed.Length);
        foreach (char character in trimmed)
        {
            if (!char.IsWhiteSpace(character))
                collapsed.Append(character);
            else if (collapsed[^1] != ' ')
                collapsed.Append(' ');
        }
        return collapsed.ToString();
    }

    private static bool IsForbidden(Rune rune, UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        // Embeddings, overrides and isolates: they make a text read other than it is.
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool IsCombining(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsVisible(Rune rune, UnicodeCategory category) =>
        category is not (UnicodeCategory.SpaceSeparator or UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned)
        // Letters by category, blank by looks: the Hangul fillers and the empty Braille cell.
        && rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800);
}
