using System.Globalization;
using System.Text.Json;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Json;

/// <summary>Reads the JSON of Razzia, formerly Rahoot: answers are texts, solutions their numbers from 0.</summary>
internal sealed class RazziaReader(ValidationErrors faults, ReadingWork work, DraftCollector draft)
{
    public DraftReading Read(ReadOnlySpan<byte> text) => JsonReading.Read(text, work, faults, ReadRoot, draft.Finish);

    private void ReadRoot(ref JsonCursor json)
    {
        if (!json.EnterObject())
            return;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "subject": draft.Title = json.ReadTextOrNull(); break;
                case "questions": JsonReading.ReadQuestions(ref json, faults, draft, ReadQuestion); break;
                default: json.SkipValue(); break;
            }
        }
    }

    private QuestionDraft? ReadQuestion(ref JsonCursor json)
    {
        SourceMark start = json.Here, solutionsAt = start;
        if (!json.EnterObject())
            return null;
        Sourced<string>? question = null, time = null;
        List<Sourced<string>> answers = [], solutions = [];
        bool hasMedia = false;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "question": question = json.ReadText(); break;
                case "answers": answers = JsonReading.ReadTexts(ref json); break;
                case "solutions" or "solution": solutionsAt = json.Here; solutions = ReadSolutions(ref json); break;
                case "time": time = json.ReadScalar(); break;
                case "image" or "media" or "video" or "audio":
                    hasMedia |= json.Kind is not (JsonTokenType.Null or JsonTokenType.False);
                    json.SkipValue();
                    break;
                default: json.SkipValue(); break;
            }
        }
        json.Require(start, "question", "answers");
        if (!json.Has("solutions") && !json.Has("solution"))
            json.Fault(start.OfMember("solutions"), QuizErrorCode.MissingMember);
        Sourced<int>? limit = JsonTime.Read(ref json, time);
        if (question is null)
            return null;
        if (hasMedia)
            draft.Assumptions.Note(QuizWarningCode.MediaLeftOut, start.Line, question.Value);
        bool[] areCorrect = CorrectOnes(ref json, answers.Count, solutions);
        OptionDraft[] options = [.. answers.Select((answer, index) => new OptionDraft(answer, areCorrect[index]))];
        return DraftTypes.Choice(question, options, solutionsAt) with { TimeLimitMs = limit };
    }

    /// <summary>Older files have one number instead of a list.</summary>
    private static List<Sourced<string>> ReadSolutions(ref JsonCursor json)
    {
        if (json.Kind == JsonTokenType.StartArray)
            return JsonReading.ReadTexts(ref json);
        return json.ReadScalar() is { } single ? [single] : [];
    }

    private static bool[] CorrectOnes(ref JsonCursor json, int count, List<Sourced<string>> solutions)
    {
        bool[] areCorrect = new bool[count];
        foreach (Sourced<string> solution in solutions)
        {
            if (int.TryParse(solution.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < count)
                areCorrect[index] = true;
            else
                json.Fault(solution.At, QuizErrorCode.AnswerNotAmongOptions, solution.Value);
        }
        return areCorrect;
    }
}
