using System.Text.RegularExpressions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Lines;

/// <summary>
/// Reads the Aiken format: the question, options with a letter, and <c>ANSWER: A</c>. Lenient as people write it: small letters, blank lines,
/// questions of several lines. Strict about letters: the options follow each other, and the answer is one of them.
/// </summary>
internal sealed partial class AikenReader(DraftCollector draft, ReadingWork work)
{
    private readonly List<string> _prompt = [];
    private readonly List<OptionDraft> _options = [];
    private SourceMark _questionAt;
    private int _promptLength;
    private QuizErrorCode? _fault;

    public DraftReading Read(ReadOnlyMemory<byte> text)
    {
        foreach (SourceLine line in SourceText.Lines(text, work))
        {
            if (draft.IsFull)
                break;
            draft.Assumptions.Note(line);
            if (!string.IsNullOrWhiteSpace(line.Text))
                ReadLine(line);
        }
        EndWithoutAnswer();
        return draft.Finish();
    }

    /// <summary>Whether a line is the answer line of this format.</summary>
    public static bool IsAnswer(string line) => line.Length <= GameLimits.MaxOptionLength && AnswerLine().IsMatch(line);

    private void ReadLine(SourceLine line)
    {
        if (line.Encoding == LineEncoding.Unknown)
            _fault = QuizErrorCode.UnsupportedEncoding;
        if (IsAnswer(line.Text))
            EndQuestion(line);
        else if (OptionOf(line.Text) is { } label)
            AddOption(new(new(label, new(line.Number)), IsCorrect: false));
        else
        {
            if (_options.Count > 0)
                EndWithoutAnswer();
            AddToPrompt(line);
        }
    }

    /// <summary>The text of an option, if the line begins with the letter that is next.</summary>
    private string? OptionOf(string line)
    {
        string trimmed = line.TrimStart();
        bool isOption = _prompt.Count > 0 && trimmed.Length > 2 && trimmed[1] is ')' or '.' && char.IsAsciiLetter(trimmed[0])
            && char.ToUpperInvariant(trimmed[0]) - 'A' == Math.Min(_options.Count, GameLimits.MaxOptions + 1);
        return isOption ? trimmed[2..].Trim() : null;
    }

    /// <summary>One more than allowed is enough to refuse the question.</summary>
    private void AddOption(OptionDraft option)
    {
        if (_options.Count <= GameLimits.MaxOptions)
            _options.Add(option);
    }

    private void AddToPrompt(SourceLine line)
    {
        if (_prompt.Count == 0)
            _questionAt = new(line.Number);
        _promptLength += line.Text.Length + 1;
        if (_prompt.Count == 0 || _promptLength <= QuizText.MostRaw(GameLimits.MaxPromptLength))
            _prompt.Add(line.Text);
        else
            _fault ??= QuizErrorCode.TooLong;
    }

    private void EndQuestion(SourceLine line)
    {
        SourceMark at = new(line.Number);
        string key = AnswerLine().Match(line.Text).Groups["key"].Value;
        string[] letters = key.Split([',', ' ', ';', '&'], StringSplitOptions.RemoveEmptyEntries);
        int[] correct = [.. letters.Select(letter => letter.Length == 1 ? char.ToUpperInvariant(letter[0]) - 'A' : -1).Distinct()];
        QuizErrorCode? fault = _fault ?? FaultOf(correct);
        if (fault is { } refused)
            draft.LeaveOut(_fault is null ? at : _questionAt, refused, _fault is null ? line.Text : _prompt.FirstOrDefault());
        else
        {
            OptionDraft[] options = [.. _options.Select((option, index) => option with { IsCorrect = correct.Contains(index) })];
            draft.Add(DraftTypes.Choice(new(string.Join('\n', _prompt), _questionAt), options, _questionAt));
        }
        Clear();
    }

    private QuizErrorCode? FaultOf(int[] correct)
    {
        if (_prompt.Count == 0)
            return QuizErrorCode.UnexpectedLine;
        return correct.All(index => index >= 0 && index < _options.Count) ? null : QuizErrorCode.AnswerNotAmongOptions;
    }

    private void EndWithoutAnswer()
    {
        if (_prompt.Count > 0)
            draft.LeaveOut(_questionAt, _options.Count > 0 ? QuizErrorCode.MissingAnswer : QuizErrorCode.UnexpectedLine, _prompt[0]);
        Clear();
    }

    private void Clear()
    {
        _prompt.Clear();
        _options.Clear();
        _promptLength = 0;
        _fault = null;
    }

    [GeneratedRegex(@"^\s*ANSWERS?\s*:\s*(?<key>[A-Z](?:[,;& ]+[A-Z])*)[.)]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnswerLine();
}
