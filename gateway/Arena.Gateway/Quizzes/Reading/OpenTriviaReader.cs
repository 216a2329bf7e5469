using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>
/// Reads OpenTriviaQA's text. A question is <c>#Q</c> and its text, which may have several lines; <c>^</c> and the text of the right answer;
/// options, a letter and a text each. In all of the real files the answer is one of the options to the letter, so that is required.
/// After a fault nothing is read until the next <c>#Q</c>: one fault a question, and no question made from two halves.
/// </summary>
internal sealed class OpenTriviaReader(ValidationErrors faults, ReadingWork work)
{
    private readonly List<QuestionDraft> _questions = [];
    private readonly List<string> _prompt = [];
    private readonly List<OptionDraft> _options = [];
    private readonly TextAssumptions _assumptions = new();
    private Sourced<string>? _answer;
    private SourceMark _questionAt;
    private Place _place = Place.Outside;
    private int _promptLength;
    private int _unread;

    private enum Place { Outside, Prompt, Options, Lost }

    public DraftReading Read(ReadOnlyMemory<byte> text)
    {
        foreach (SourceLine each in SourceText.Lines(text, work))
            ReadLine(each);
        EndQuestion();
        return new(new(null, null, _questions, SourceMark.TitleParameter, new(1)), _unread, _assumptions.Warnings);
    }

    private void ReadLine(SourceLine source)
    {
        (string line, SourceMark at) = (source.Text, new(source.Number));
        if (Tagged(line, "#Q") is { } firstLine)
        {
            EndQuestion();
            _questionAt = at;
            _place = Place.Prompt;
            AddToPrompt(firstLine);
        }
        else if (_place == Place.Prompt && Tagged(line, "^") is { } answer)
        {
            _answer = new(answer, at);
            _place = Place.Options;
        }
        else if (_place == Place.Prompt)
            AddToPrompt(line);
        else if (_place == Place.Options && line is [>= 'A' and <= 'Z', ..] && Tagged(line, line[..1]) is { } label)
            ReadOption(line[0] - 'A', new(label, at), line);
        else if (_place != Place.Lost && !string.IsNullOrWhiteSpace(line))
            Lose(at, QuizErrorCode.UnexpectedLine, line);

        if (_place == Place.Lost)
            return;
        if (source.Encoding == LineEncoding.Unknown)
            Lose(at, QuizErrorCode.UnsupportedEncoding, null);
        else if (line.Contains('\uFFFD'))
            Lose(at, QuizErrorCode.DamagedText, line);
        else
            _assumptions.Note(source);
    }

    /// <summary>A prompt that is too long anyway is not collected further.</summary>
    private void AddToPrompt(string line)
    {
        _prompt.Add(line);
        _promptLength += line.Length + 1;
        if (_promptLength > QuizText.MostRaw(GameLimits.MaxPromptLength))
            Lose(_questionAt, QuizErrorCode.TooLong, _prompt[0], "prompt", GameLimits.MaxPromptLength);
    }

    private void ReadOption(int index, Sourced<string> label, string line)
    {
        if (index != _options.Count)
            Lose(label.At, QuizErrorCode.OptionOutOfOrder, line);
        else if (index == GameLimits.MaxOptions)
            Lose(label.At, QuizErrorCode.TooManyOptions, line, "options", GameLimits.MaxOptions);
        else
            _options.Add(new(label, IsCorrect: SameText(label.Value, _answer!.Value)));
    }

    private void EndQuestion()
    {
        if (_place == Place.Prompt)
            Lose(_questionAt, QuizErrorCode.MissingAnswer, _prompt[0]);
        if (_place == Place.Options && _options.Count >= GameLimits.MinOptions && !_options.Exists(option => option.IsCorrect))
        {
            // An answer that is unsound itself is named as that: it could not be found among sound options.
            QuizErrorCode? fault = QuizText.TryNormaliseLine(_answer!.Value, GameLimits.MaxOptionLength, out _);
            Lose(_answer.At, fault ?? QuizErrorCode.AnswerNotAmongOptions, _answer.Value, limit: fault == QuizErrorCode.TooLong ? GameLimits.MaxOptionLength : null);
        }
        // One more than allowed is enough to refuse the quiz.
        if (_place == Place.Options && _questions.Count <= GameLimits.MaxQuizQuestions)
            _questions.Add(new(DraftOptions.TypeOf(_options), new(string.Join('\n', _prompt), _questionAt), [.. _options], _questionAt));
        _prompt.Clear();
        _promptLength = 0;
        _options.Clear();
        _place = Place.Outside;
    }

    private void Lose(SourceMark at, QuizErrorCode fault, string? line, string? member = null, int? limit = null)
    {
        faults.AddToQuestion(at, fault, line, member, limit);
        if (_place != Place.Outside)
            _unread++;
        _place = Place.Lost;
    }

    /// <summary>What follows a tag that stands alone or before white space.</summary>
    private static string? Tagged(string line, string tag) =>
        line.StartsWith(tag, StringComparison.Ordinal) && (line.Length == tag.Length || char.IsWhiteSpace(line[tag.Length]))
            ? line[tag.Length..].Trim()
            : null;

    /// <summary>Whether two texts are one: to the letter, also where they are unsound, or once both are normalised.</summary>
    private bool SameText(string one, string other)
    {
        if (one == other)
            return true;
        work.Visit(Math.Min(one.Length, QuizText.MostRaw(GameLimits.MaxOptionLength)) * 2);
        return QuizText.TryNormaliseLine(one, GameLimits.MaxOptionLength, out string first) is null
            && QuizText.TryNormaliseLine(other, GameLimits.MaxOptionLength, out string second) is null
            && first == second;
    }
}
