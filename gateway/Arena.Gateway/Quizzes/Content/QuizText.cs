using System.Globalization;
using System.Text;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>What text is in a quiz: Unicode in normal form C, without what cannot be seen at its ends.</summary>
internal static class QuizText
{
    private const int ExcerptLength = 80;

    /// <summary>As Unicode's stream-safe text format: UAX #15, section 13.</summary>
    private const int MostStackedMarks = 30;

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
        var excerpt = new StringBuilder(ExcerptLength);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (excerpt.Length + rune.Utf16SequenceLength > ExcerptLength)
                break;
            excerpt.Append(rune.Value == '\n' ? new Rune(' ') : IsForbidden(rune) ? Rune.ReplacementChar : rune);
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
        string unified = raw.ReplaceLineEndings("\n").Replace('\t', ' ');
        bool isVisible = false;
        int marks = 0;
        foreach (Rune rune in unified.EnumerateRunes())
        {
            // A lone surrogate is enumerated as the replacement character too.
            if (rune == Rune.ReplacementChar || rune.Value == 0xFFFE)
                return QuizErrorCode.DamagedText;
            if (IsForbidden(rune) && !(lines && rune.Value == '\n'))
                return QuizErrorCode.ControlCharacter;
            marks = IsCombining(rune) ? marks + 1 : 0;
            if (marks > MostStackedMarks)
                return QuizErrorCode.StackedMarks;
            isVisible |= IsVisible(rune);
        }
        if (!isVisible)
            return QuizErrorCode.Empty;
        string composed = unified.Normalize(NormalizationForm.FormC);
        text = lines ? TrimLines(composed) : CollapseSpace(composed);
        return text.Length > maxLength ? QuizErrorCode.TooLong : null;
    }

    private static string TrimLines(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())).Trim();

    private static string CollapseSpace(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (char character in text.Trim())
        {
            if (!char.IsWhiteSpace(character))
                collapsed.Append(character);
            else if (collapsed[^1] != ' ')
                collapsed.Append(' ');
        }
        return collapsed.ToString();
    }

    private static bool IsForbidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        // Embeddings, overrides and isolates: they make a text read other than it is.
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool IsCombining(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.SpaceSeparator or UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned)
        // Letters by category, blank by looks: the Hangul fillers and the empty Braille cell.
        && rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800);
}
