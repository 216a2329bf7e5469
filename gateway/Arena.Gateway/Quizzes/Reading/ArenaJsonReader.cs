using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading.Json;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>Reads Arena's own JSON, strictly: every member is known, there once, and of its type.</summary>
internal sealed class ArenaJsonReader(ValidationErrors faults, ReadingWork work)
{
    private const int Version = 1;

    private int _unread;

    /// <summary>The readable questions; no draft if this is not JSON.</summary>
    public DraftReading Read(ReadOnlySpan<byte> text)
    {
        QuizDraft? draft = null;
        return JsonReading.Read(text, work, faults, (ref JsonCursor json) => draft = ReadQuiz(ref json), () => new(draft, _unread, []));
    }

    private QuizDraft? ReadQuiz(ref JsonCursor json)
    {
        SourceMark start = json.Here;
        if (!json.EnterObject())
            return null;
        SourceMark questionsAt = start.OfMember("questions");
        Sourced<string>? title = null, description = null;
        List<QuestionDraft>? questions = null;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "$schema": json.ReadText(); break;
                case "arena": ReadVersion(ref json); break;
                case "title": title = json.ReadText(); break;
                case "description": description = json.ReadTextOrNull(); break;
                case "questions": questionsAt = json.Here; questions = ReadQuestions(ref json); break;
                default: json.RefuseMember(member); break;
            }
        }
        json.Require(start, "arena", "questions");
        bool isTitleUnread = title is null && json.Has("title");
        return questions is null || isTitleUnread
            ? null
            : new(title, description, questions, start.OfMember("title"), questionsAt);
    }

    private static void ReadVersion(ref JsonCursor json)
    {
        if (json.ReadInteger() is { } version && version.Value != Version)
            json.Fault(version.At, QuizErrorCode.UnknownValue, $"{version.Value}");
    }

    private List<QuestionDraft>? ReadQuestions(ref JsonCursor json)
    {
        if (!json.EnterArray())
            return null;
        var questions = new List<QuestionDraft>();
        while (json.NextElement())
        {
            json.InQuestion = true;
            int faultsBefore = faults.Count;
            if (ReadQuestion(ref json) is not { } question || faults.Count != faultsBefore)
                _unread++;
            // One more than allowed is enough to refuse the quiz.
            else if (questions.Count <= GameLimits.MaxQuizQuestions)
                questions.Add(question);
            json.InQuestion = false;
        }
        return questions;
    }

    private static QuestionDraft? ReadQuestion(ref JsonCursor json)
    {
        SourceMark start = json.Here;
        if (!json.EnterObject())
            return null;
        QuestionType? type = null;
        Sourced<string>? prompt = null, explanation = null;
        List<OptionDraft>? options = null;
        SourceMark optionsAt = start;
        Sourced<int>? timeLimitMs = null, points = null;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "type": type = ReadType(ref json); break;
                case "prompt": prompt = json.ReadText(); break;
                case "options": optionsAt = json.Here; options = ReadOptions(ref json); break;
                case "timeLimitMs": timeLimitMs = json.ReadInteger(); break;
                case "points": points = json.ReadInteger(); break;
                case "explanation": explanation = json.ReadTextOrNull(); break;
                default: json.RefuseMember(member); break;
            }
        }
        json.Require(start, "type", "prompt", "options");
        return type is { } known && prompt is not null && options is not null
            ? new(known, prompt, options, optionsAt, timeLimitMs, points, explanation)
            : null;
    }

    private static QuestionType? ReadType(ref JsonCursor json)
    {
        if (json.ReadText() is not { } type)
            return null;
        QuestionType? known = type.Value switch
        {
            "singleChoice" => QuestionType.SingleChoice,
            "trueFalse" => QuestionType.TrueFalse,
            _ => null,
        };
        if (known is null)
            json.Fault(type.At, QuizErrorCode.UnknownValue, type.Value);
        return known;
    }

    private static List<OptionDraft>? ReadOptions(ref JsonCursor json)
    {
        if (!json.EnterArray())
            return null;
        var options = new List<OptionDraft>();
        while (json.NextElement())
        {
            if (ReadOption(ref json) is { } option && options.Count <= GameLimits.MaxOptions)
                options.Add(option);
        }
        return options;
    }

    private static OptionDraft? ReadOption(ref JsonCursor json)
    {
        SourceMark start = json.Here;
        if (!json.EnterObject())
            return null;
        Sourced<string>? label = null;
        bool isCorrect = false;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "label": label = json.ReadText(); break;
                case "correct": isCorrect = json.ReadBoolean(); break;
                default: json.RefuseMember(member); break;
            }
        }
        json.Require(start, "label");
        return label is null ? null : new(label, isCorrect);
    }
}
