using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading.Markup;

namespace Arena.Gateway.Quizzes.Reading.Json;

/// <summary>Reads the quiz of a ClassQuiz export. Its texts may hold HTML.</summary>
internal sealed class ClassQuizReader(ValidationErrors faults, ReadingWork work, DraftCollector draft)
{
    /// <summary>The type of a question that names none: one of several answers.</summary>
    private const string Choice = "ABCD";

    public DraftReading Read(ReadOnlySpan<byte> text) => JsonReading.Read(text, work, faults, ReadRoot, draft.Finish);

    private void ReadRoot(ref JsonCursor json)
    {
        if (!json.EnterObject())
            return;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "title": draft.Title = PlainOrNone(json.ReadTextOrNull()); break;
                case "description": draft.Description = PlainOrNone(json.ReadTextOrNull()); break;
                case "questions": JsonReading.ReadQuestions(ref json, faults, draft, ReadQuestion); break;
                default: json.SkipValue(); break;
            }
        }
    }

    private QuestionDraft? ReadQuestion(ref JsonCursor json)
    {
        SourceMark start = json.Here;
        if (!json.EnterObject())
            return null;
        Sourced<string>? question = null, type = null, time = null, image = null;
        ClassQuizAnswers? answers = null;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "question": question = json.ReadText(); break;
                case "type": type = json.ReadTextOrNull(); break;
                case "time": time = json.ReadScalar(); break;
                case "image": image = json.ReadScalar(); break;
                case "answers": answers = ClassQuizAnswers.Read(ref json); break;
                default: json.SkipValue(); break;
            }
        }
        json.Require(start, "question", "answers");
        Sourced<int>? limit = JsonTime.Read(ref json, time);
        if (question is null || answers is null)
            return null;
        string prompt = HtmlText.Of(question.Value, out bool hasMedia);
        if (hasMedia || !string.IsNullOrEmpty(image?.Value))
            draft.Assumptions.Note(QuizWarningCode.MediaLeftOut, start.Line, prompt);
        if (answers.ToDraft(type?.Value ?? Choice, question with { Value = prompt }) is { } made)
            return made with { TimeLimitMs = limit };
        json.Fault(type?.At ?? start, QuizErrorCode.UnsupportedQuestionType, type?.Value);
        return null;
    }

    private static Sourced<string>? PlainOrNone(Sourced<string>? text) =>
        text is null || HtmlText.Of(text.Value, out _) is not { Length: > 0 } plain ? null : text with { Value = plain };
}
