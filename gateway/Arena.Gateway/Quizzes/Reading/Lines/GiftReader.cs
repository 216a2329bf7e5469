using System.Text;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Lines;

/// <summary>
/// Reads Moodle's GIFT: questions parted by blank lines, each a text with its answers in braces. Lines that begin with two slashes are comments;
/// a category is no question.
/// </summary>
internal sealed class GiftReader(DraftCollector draft, ReadingWork work)
{
    /// <summary>A question of more characters is not looked at: its texts are longer than any may be.</summary>
    private const int MaxQuestionLength = 64 * 1024;

    private const string Gap = "_____";

    private readonly StringBuilder _question = new();
    private SourceMark _questionAt;
    private QuizErrorCode? _fault;

    public DraftReading Read(ReadOnlyMemory<byte> text)
    {
        foreach (SourceLine line in SourceText.Lines(text, work))
        {
            if (draft.IsFull)
                break;
            draft.Assumptions.NoteEncoding(line);
            if (string.IsNullOrWhiteSpace(line.Text))
                EndQuestion();
            else if (!line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal))
                AddLine(line);
        }
        EndQuestion();
        return draft.Finish();
    }

    private void AddLine(SourceLine line)
    {
        if (_question.Length == 0)
            _questionAt = new(line.Number);
        else
            _question.Append('\n');
        if (line.Encoding == LineEncoding.Unknown)
            _fault = QuizErrorCode.UnsupportedEncoding;
        if (_question.Length + line.Text.Length <= MaxQuestionLength)
            _question.Append(line.Text);
        else
            _fault ??= QuizErrorCode.TooLong;
    }

    private void EndQuestion()
    {
        string question = _question.ToString().Trim();
        _question.Clear();
        if (_fault is { } fault)
            draft.LeaveOut(_questionAt, fault, question);
        else if (question.Length > 0 && !question.StartsWith("$CATEGORY", StringComparison.Ordinal))
        {
            work.Visit(question.Length);
            ReadQuestion(question);
        }
        _fault = null;
    }

    private void ReadQuestion(string question)
    {
        (string title, string content) = TitleOf(question);
        (string? format, string text) = GiftText.Format(content);
        int start = GiftText.IndexOf(text, "{");
        int length = start < 0 ? -1 : GiftText.IndexOf(text.AsSpan(start + 1), "}");
        if (length < 0)
        {
            if (start < 0)
                AddDescription(title, text, format);
            else
                draft.LeaveOut(_questionAt, QuizErrorCode.UnclosedBrace, question);
            return;
        }
        bool hasMedia = false;
        var answers = new GiftAnswers(text.Substring(start + 1, length), format, _questionAt);
        string after = text[(start + length + 2)..];
        string whole = string.IsNullOrWhiteSpace(after) ? text[..start] : $"{text[..start]}{Gap}{after}";
        string prompt = GiftText.Shown(whole, format, ref hasMedia);
        if (answers.ToDraft(new(prompt, _questionAt)) is not { } made)
        {
            draft.LeaveOut(_questionAt, QuizErrorCode.UnsupportedQuestionType, "numerical", "type");
            return;
        }
        NoteMedia(hasMedia || answers.HasMedia, prompt);
        draft.Add(string.IsNullOrWhiteSpace(answers.Explanation) ? made : made with { Explanation = new(answers.Explanation, _questionAt) });
    }

    private void AddDescription(string title, string text, string? format)
    {
        bool hasMedia = false;
        string body = GiftText.Shown(text, format, ref hasMedia);
        NoteMedia(hasMedia, body);
        draft.Add(DraftTypes.Slide(GiftText.Shown(title, null, ref hasMedia), body, _questionAt));
    }

    private void NoteMedia(bool hasMedia, string prompt)
    {
        if (hasMedia)
            draft.Assumptions.Note(QuizWarningCode.MediaLeftOut, _questionAt.Line, prompt);
    }

    private static (string Title, string Content) TitleOf(string question)
    {
        if (!question.StartsWith("::", StringComparison.Ordinal))
            return ("", question);
        for (int at = 2; at + 1 < question.Length; at++)
        {
            if (question[at] == '\\')
                at++;
            else if (question[at] == ':' && question[at + 1] == ':')
                return (question[2..at], question[(at + 2)..].TrimStart());
        }
        return ("", question);
    }
}
