using System.Text.RegularExpressions;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>Collects what was assumed about the lines of a text, one warning for each kind of assumption.</summary>
internal sealed partial class TextAssumptions
{
    private readonly SortedDictionary<QuizWarningCode, QuizWarning> _warnings = [];

    public IReadOnlyList<QuizWarning> Warnings => [.. _warnings.Values];

    public void Note(SourceLine line)
    {
        if (line.Encoding == LineEncoding.Windows1252)
            Add(QuizWarningCode.AssumedWindows1252, line);
        if (HtmlEntity().IsMatch(line.Text))
            Add(QuizWarningCode.HtmlEntities, line);
    }

    private void Add(QuizWarningCode code, SourceLine line) =>
        _warnings[code] = _warnings.TryGetValue(code, out QuizWarning? before)
            ? before with { Count = before.Count + 1 }
            : new(code, line.Number, 1, QuizText.Excerpt(line.Text));

    [GeneratedRegex("&(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});")]
    private static partial Regex HtmlEntity();
}
