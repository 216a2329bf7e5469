using System.Text.Json;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Json;

/// <summary>
/// Reads answers of the Open Trivia Database, whole or only their list of results, in each of its encodings. The right answer is a member of its
/// own there, so it is put among the others.
/// </summary>
internal sealed class OpenTriviaDbReader(ValidationErrors faults, ReadingWork work, DraftCollector draft)
{
    private readonly List<Result> _results = [];

    public DraftReading Read(ReadOnlySpan<byte> text)
    {
        DraftReading reading = JsonReading.Read(text, work, faults, ReadRoot, draft.Finish);
        if (reading.Draft is null)
            return reading;
        var decoding = OpenTriviaDbDecoding.Of([.. _results.Select(result => result.Question.Value)], [.. _results.Select(result => result.Type.Value)]);
        foreach (Result result in _results)
            AddQuestion(result, decoding);
        return draft.Finish();
    }

    private void ReadRoot(ref JsonCursor json)
    {
        if (json.Kind == JsonTokenType.StartArray)
        {
            ReadResults(ref json);
            return;
        }
        if (!json.EnterObject())
            return;
        while (json.NextMember(out string member))
        {
            if (member == "results")
                ReadResults(ref json);
            else
                json.SkipValue();
        }
    }

    private void ReadResults(ref JsonCursor json) => JsonReading.ReadQuestions(
        ref json, faults, draft, () => draft.IsFull || _results.Count > GameLimits.MaxQuizQuestions, ReadResult, _results.Add);

    private static Result? ReadResult(ref JsonCursor json)
    {
        SourceMark start = json.Here;
        if (!json.EnterObject())
            return null;
        Sourced<string>? type = null, question = null, correct = null;
        List<Sourced<string>> wrong = [];
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "type": type = json.ReadText(); break;
                case "question": question = json.ReadText(); break;
                case "correct_answer": correct = json.ReadScalar(); break;
                case "incorrect_answers": wrong = JsonReading.ReadTexts(ref json); break;
                default: json.SkipValue(); break;
            }
        }
        json.Require(start, "question", "correct_answer", "incorrect_answers");
        return question is null || correct is null ? null : new(type ?? new("multiple", start), question, correct, wrong);
    }

    private void AddQuestion(Result result, OpenTriviaDbDecoding decoding)
    {
        string type = decoding.Decode(result.Type.Value);
        if (type is not ("multiple" or "boolean"))
        {
            draft.LeaveOut(result.Type.At, QuizErrorCode.UnsupportedQuestionType, type, "type");
            return;
        }
        string prompt = decoding.Decode(result.Question.Value);
        OptionDraft Option(Sourced<string> text, bool isCorrect) => new(text with { Value = decoding.Decode(text.Value) }, isCorrect);
        IReadOnlyList<OptionDraft> options =
            DraftOptions.Mixed(prompt, Option(result.Correct, true), [.. result.Wrong.Select(text => Option(text, false))]);
        draft.Add(new(DraftOptions.TypeOf(options), new(prompt, result.Question.At), options, result.Correct.At));
    }

    private sealed record Result(Sourced<string> Type, Sourced<string> Question, Sourced<string> Correct, List<Sourced<string>> Wrong);
}
