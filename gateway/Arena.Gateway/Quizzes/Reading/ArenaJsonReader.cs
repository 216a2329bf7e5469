using System.Text.Json;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Content.Types;
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
        Sourced<string>? title = null, description = null, folder = null;
        Sourced<IReadOnlyList<Sourced<string>>>? tags = null;
        List<QuestionDraft>? questions = null;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "$schema": json.ReadText(); break;
                case "arena": ReadVersion(ref json); break;
                case "title": title = json.ReadText(); break;
                case "description": description = json.ReadTextOrNull(); break;
                case "tags" when json.Kind == JsonTokenType.Null: json.ReadTextOrNull(); break;
                case "tags": tags = ArenaJsonMembers.Texts(ref json); break;
                case "folder": folder = json.ReadTextOrNull(); break;
                case "questions": questionsAt = json.Here; questions = ReadQuestions(ref json); break;
                default: json.RefuseMember(member); break;
            }
        }
        json.Require(start, "arena", "questions");
        bool isTitleUnread = title is null && json.Has("title");
        return questions is null || isTitleUnread
            ? null
            : new(title, description, questions, start.OfMember("title"), questionsAt) { Tags = tags, Folder = folder };
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
        bool isUntimed = false;
        MediumDraft? medium = null;
        HintDraft? hint = null;
        DraftMembers members = DraftMembers.None;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "type": type = ReadType(ref json); break;
                case "prompt": prompt = json.ReadText(); break;
                case "media": medium = ArenaJsonMedia.Read(ref json); break;
                case "options": optionsAt = json.Here; options = ReadOptions(ref json); break;
                case "timeLimitMs" when json.Kind == JsonTokenType.Null: isUntimed = true; break;
                case "timeLimitMs": timeLimitMs = json.ReadInteger(); break;
                case "points": points = json.ReadInteger(); break;
                case "explanation": explanation = json.ReadTextOrNull(); break;
                case "hint": hint = ArenaJsonHint.Read(ref json); break;
                case var _ when ArenaJsonMembers.TryRead(member, ref json, ref members): break;
                default: json.RefuseMember(member); break;
            }
        }
        json.Require(start, "type", "prompt");
        if (type is not { } known)
            return null;
        QuestionForm form = QuestionForms.Of(known);
        json.Require(start, form.Required.AsSpan());
        RefuseOthers(ref json, form, members, optionsAt);
        return prompt is null
            ? null
            : new(known, prompt, options ?? [], optionsAt, timeLimitMs, points, explanation)
            {
                IsUntimed = isUntimed,
                Medium = medium,
                Hint = hint,
                Members = members,
            };
    }

    /// <summary>Reports the members that the type does not have.</summary>
    private static void RefuseOthers(ref JsonCursor json, QuestionForm form, DraftMembers members, SourceMark optionsAt)
    {
        foreach ((string name, SourceMark at) in members.All)
        {
            if (!form.Required.Contains(name) && !form.Optional.Contains(name))
                json.Fault(at, QuizErrorCode.UnknownMember, name);
        }
        if (json.Has("options") && !form.Required.Contains("options"))
            json.Fault(optionsAt, QuizErrorCode.UnknownMember, "options");
    }

    private static QuestionType? ReadType(ref JsonCursor json)
    {
        if (json.ReadText() is not { } type)
            return null;
        if (QuestionForms.Named(type.Value) is { } known)
            return known;
        json.Fault(type.At, QuizErrorCode.UnknownValue, type.Value);
        return null;
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
        Sourced<decimal>? weight = null;
        MediumDraft? picture = null;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "label": label = json.ReadText(); break;
                case "correct": isCorrect = json.ReadBoolean(); break;
                case "weight": weight = json.ReadDecimal(); break;
                case "picture": picture = ArenaJsonMedia.Read(ref json); break;
                default: json.RefuseMember(member); break;
            }
        }
        json.Require(start, "label");
        return label is null ? null : new(label, isCorrect) { Weight = weight, Picture = picture };
    }
}
