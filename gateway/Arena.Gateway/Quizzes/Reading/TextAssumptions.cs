using System.Text.RegularExpressions;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>Collects assumptions about a file and omissions, one warning for each kind.</summary>
internal sealed partial class TextAssumptions
{
    private readonly SortedDictionary<QuizWarningCode, QuizWarning> _warnings = [];

    public IReadOnlyList<QuizWarning> Warnings => [.. _warnings.Values];

    public void Note(SourceLine line)
    {
        NoteEncoding(line);
        if (HtmlEntity().IsMatch(line.Text))
            Note(QuizWarningCode.HtmlEntities, line.Number, line.Text);
    }

    public void NoteEncoding(SourceLine line)
    {
        if (line.Encoding == LineEncoding.Windows1252)
            Note(QuizWarningCode.AssumedWindows1252, line.Number, line.Text);
    }

    public void Note(QuizWarningCode code, int line, string text) =>
        _warnings[code] = _warnings.TryGetValue(code, out QuizWarning? before)
            ? before with { Count = before.Count + 1 }
            : new(code, line, 1, QuizText.Excerpt(text));

    [GeneratedRegex("&(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});")]
    private static partial Regex HtmlEntity();
}
