using Arena.Game;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>
/// Reads OpenTriviaQA's text. A question is <c>#Q</c> and its text, which may go on for lines; <c>^</c> and the text of the right answer;
/// options, a letter and a text each. In all of the real files the answer is one of the options to the letter, so that is asked for.
/// After a fault nothing is read until the next <c>#Q</c>: one fault a question, and no question made from two halves.
/// </summary>
internal sealed class OpenTriviaReader(FaultList faults)
{
    private readonly List<QuestionDraft> _questions = [];
    private readonly List<string> _prompt = [];
    private readonly List<OptionDraft> _options = [];
    private Sourced<string>? _answer;
    private SourceMark _questionAt;
    private Place _place = Place.Outside;
    private int _unread;

    private enum Place { Outside, Prompt, Options, Lost }

    /// <summary>The readable questions, and how many are not.</summary>
    public (QuizDraft? Draft, int Unread) Read(ReadOnlyMemory<byte> text)
    {
        var start = new SourceMark(1);
        if (SourceText.IsUtf16(text.Span))
        {
            faults.AddToQuiz(start, QuizFault.UnsupportedEncoding);
            return (null, 0);
        }
        int line = 0;
        foreach (string content in SourceText.Lines(text))
            ReadLine(content, new(++line));
        EndQuestion();
        return (new(null, null, _questions, start with { Path = "title" }, start), _unread);
    }

    private void ReadLine(string line, SourceMark at)
    {
        if (Tagged(line, "#Q") is { } firstLine)
        {
            EndQuestion();
            _questionAt = at;
            _prompt.Add(firstLine);
            _place = Place.Prompt;
        }
        else if (_place == Place.Prompt && Tagged(line, "^") is { } answer)
        {
            _answer = new(answer, at);
            _place = Place.Options;
        }
        else if (_place == Place.Prompt)
            _prompt.Add(line);
        else if (_place == Place.Options && line is [>= 'A' and <= 'Z', ..] && Tagged(line, line[..1]) is { } label)
            ReadOption(line[0] - 'A', new(label, at), line);
        else if (_place != Place.Lost && !string.IsNullOrWhiteSpace(line))
            Lose(at, QuizFault.UnexpectedLine, line);

        if (_place != Place.Lost && line.Contains('\uFFFD'))
            Lose(at, QuizFault.DamagedText, line);
    }

    private void ReadOption(int index, Sourced<string> label, string line)
    {
        if (index != _options.Count)
            Lose(label.At, QuizFault.OptionOutOfOrder, line);
        else if (index == GameLimits.MaxOptions)
            Lose(label.At, QuizFault.TooManyOptions, line);
        else
            _options.Add(new(label, IsCorrect: SameText(label.Value, _answer!.Value)));
    }

    private void EndQuestion()
    {
        if (_place == Place.Prompt)
            Lose(_questionAt, QuizFault.MissingAnswer, _prompt[0]);
        if (_place == Place.Options && _options.Count >= GameLimits.MinOptions && !_options.Exists(option => option.IsCorrect))
            Lose(_answer!.At, QuizFault.AnswerNotAmongOptions, _answer.Value);
        if (_place == Place.Options)
            _questions.Add(new(TypeOf(_options), new(string.Join('\n', _prompt), _questionAt), [.. _options], _questionAt));
        _prompt.Clear();
        _options.Clear();
        _place = Place.Outside;
    }

    private void Lose(SourceMark at, QuizFault fault, string line)
    {
        faults.AddToQuestion(at, fault, line);
        if (_place != Place.Outside)
            _unread++;
        _place = Place.Lost;
    }

    /// <summary>What follows a tag that stands alone or before white space.</summary>
    private static string? Tagged(string line, string tag) =>
        line.StartsWith(tag, StringComparison.Ordinal) && (line.Length == tag.Length || char.IsWhiteSpace(line[tag.Length]))
            ? line[tag.Length..].Trim()
            : null;

    private static bool SameText(string one, string other) =>
        QuizText.TryNormaliseLine(one, out string first) is null && QuizText.TryNormaliseLine(other, out string second) is null
        && first == second;

    private static QuestionType TypeOf(List<OptionDraft> options) =>
        options.Count == 2 && options.Exists(option => Is(option, "true")) && options.Exists(option => Is(option, "false"))
            ? QuestionType.TrueFalse
            : QuestionType.SingleChoice;

    private static bool Is(OptionDraft option, string word) => option.Label.Value.Equals(word, StringComparison.OrdinalIgnoreCase);
}
