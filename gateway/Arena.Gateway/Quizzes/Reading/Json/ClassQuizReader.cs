using System.Text.Json;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading.Markup;

namespace Arena.Gateway.Quizzes.Reading.Json;

/// <summary>Reads the quiz of a ClassQuiz export. Its texts may hold HTML.</summary>
internal sealed class ClassQuizReader(ValidationErrors faults, ReadingWork work, DraftCollector draft)
{
    private const int MaxAnswers = 32;

    /// <summary>The one type that asks for one of several answers.</summary>
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
        SourceMark start = json.Here, answersAt = start;
        if (!json.EnterObject())
            return null;
        Sourced<string>? question = null, type = null, time = null, image = null;
        List<OptionDraft> options = [];
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "question": question = json.ReadText(); break;
                case "type": type = json.ReadTextOrNull(); break;
                case "time": time = json.ReadScalar(); break;
                case "image": image = json.ReadScalar(); break;
                case "answers" when json.Kind == JsonTokenType.StartArray: answersAt = json.Here; options = ReadAnswers(ref json); break;
                default: json.SkipValue(); break;
            }
        }
        if (type is not null && type.Value != Choice)
        {
            json.Fault(type.At, QuizErrorCode.UnsupportedQuestionType, type.Value);
            return null;
        }
        json.Require(start, "question", "answers");
        Sourced<int>? limit = JsonTime.Read(ref json, time);
        if (question is null)
            return null;
        string prompt = HtmlText.Of(question.Value, out bool hasMedia);
        if (hasMedia || !string.IsNullOrEmpty(image?.Value))
            draft.Assumptions.Note(QuizWarningCode.MediaLeftOut, start.Line, prompt);
        return new(DraftOptions.TypeOf(options), question with { Value = prompt }, options, answersAt, limit);
    }

    private static List<OptionDraft> ReadAnswers(ref JsonCursor json)
    {
        var options = new List<OptionDraft>();
        if (!json.EnterArray())
            return options;
        while (json.NextElement())
        {
            Sourced<string>? answer = null;
            bool isRight = false;
            if (json.Kind != JsonTokenType.StartObject || !json.EnterObject())
            {
                json.SkipValue();
                continue;
            }
            while (json.NextMember(out string member))
            {
                switch (member)
                {
                    case "answer": answer = json.ReadScalar(); break;
                    case "right": isRight = json.Kind == JsonTokenType.True; json.SkipValue(); break;
                    default: json.SkipValue(); break;
                }
            }
            if (answer is not null && options.Count < MaxAnswers)
                options.Add(new(answer with { Value = HtmlText.Of(answer.Value, out _) }, isRight));
        }
        return options;
    }

    private static Sourced<string>? PlainOrNone(Sourced<string>? text) =>
        text is null || HtmlText.Of(text.Value, out _) is not { Length: > 0 } plain ? null : text with { Value = plain };
}
