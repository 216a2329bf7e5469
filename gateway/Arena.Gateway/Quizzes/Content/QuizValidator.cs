using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content.Types;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>The one place that decides whether a quiz may be stored and played, for all formats.</summary>
internal sealed class QuizValidator(ValidationErrors faults, ReadingWork work, QuestionLimit limit)
{
    public const int DefaultPoints = 1000;

    private readonly DraftChecks _ofQuiz = new(work, faults.AddToQuiz);
    private readonly DraftChecks _ofQuestion = new(work, faults.AddToQuestion);

    /// <summary>The first media that the sound questions lack.</summary>
    public List<MissingMedium> LeftOut { get; } = [];

    /// <summary>The quiz with its sound questions, or null if the quiz itself is not sound. The others' faults are in the list.</summary>
    public QuizContent? Validate(QuizDraft draft)
    {
        string? title = Title(draft);
        string? description = draft.Description is { } given ? _ofQuiz.Lines(given, "description", GameLimits.MaxDescriptionLength) : null;
        string? folder = draft.Folder is { } kept ? _ofQuiz.Line(kept, "folder", GameLimits.MaxFolderLength) : null;
        ImmutableArray<string> tags = Tags(draft);
        ImmutableArray<Question> questions = Questions(draft);
        if (questions.IsEmpty && faults.Count == 0)
            faults.AddToQuiz(draft.QuestionsAt, QuizErrorCode.NoQuestions, member: "questions");
        if (draft.Questions.Count > limit.Most)
            faults.AddToQuiz(draft.Questions[limit.Most].Prompt.At, limit.Beyond, member: "questions", limit: limit.Most);
        return faults.IsFatal || title is null || questions.IsEmpty ? null : new(title, description, questions) { Tags = tags, Folder = folder };
    }

    private string? Title(QuizDraft draft)
    {
        if (draft.Title is { } title)
            return _ofQuiz.Line(title, "title", GameLimits.MaxTitleLength);
        faults.AddToQuiz(draft.TitleAt, QuizErrorCode.MissingMember, member: "title");
        return null;
    }

    private ImmutableArray<string> Tags(QuizDraft draft)
    {
        if (draft.Tags is not { } given)
            return [];
        if (given.Value.Count > GameLimits.MaxTags)
            faults.AddToQuiz(given.At, QuizErrorCode.TooManyEntries, member: "tags", limit: GameLimits.MaxTags);
        var tags = new List<string>();
        var keys = new HashSet<string>();
        foreach (Sourced<string> raw in given.Value)
        {
            if (_ofQuiz.Line(raw, "tags", GameLimits.MaxTagLength) is not { } tag)
                continue;
            if (keys.Add(TextComparison.Key(tag)))
                tags.Add(tag);
            else
                faults.AddToQuiz(raw.At, QuizErrorCode.DuplicateEntry, tag, "tags");
        }
        return [.. tags];
    }

    private ImmutableArray<Question> Questions(QuizDraft draft)
    {
        var questions = ImmutableArray.CreateBuilder<Question>();
        foreach (QuestionDraft each in draft.Questions)
        {
            if (Question(each) is not { } question)
                continue;
            questions.Add(question);
            LeftOut.AddRange(each.LeftOut.Take(MissingMedium.Listed - LeftOut.Count).Select(medium => new MissingMedium(
                questions.Count, QuizText.Excerpt(question.Prompt), QuizText.Excerpt(medium.File), medium.Code, null)));
        }
        return questions.ToImmutable();
    }

    private Question? Question(QuestionDraft draft)
    {
        int faultsBefore = faults.Count;
        QuestionForm form = QuestionForms.Of(draft.Type);
        string? prompt = _ofQuestion.Lines(draft.Prompt, "prompt", GameLimits.MaxPromptLength);
        Question question = form.Read(draft, _ofQuestion);
        Medium? medium = draft.Medium is { } shown ? _ofQuestion.Medium(shown) : null;
        int? timeLimitMs = TimeLimitMs(draft, form);
        int points = Points(draft, form);
        string? explanation =
            draft.Explanation is { } given ? _ofQuestion.Lines(given, "explanation", GameLimits.MaxExplanationLength) : null;
        Hint? hint = Hint(draft, form);
        return prompt is null || faults.Count != faultsBefore
            ? null
            : question with { Prompt = prompt, Medium = medium, TimeLimitMs = timeLimitMs, Points = points, Explanation = explanation, Hint = hint };
    }

    private int? TimeLimitMs(QuestionDraft draft, QuestionForm form)
    {
        if (draft.IsUntimed)
            return null;
        int? timeLimitMs = draft.TimeLimitMs?.Value ?? form.DefaultTimeLimitMs;
        if (timeLimitMs is < GameLimits.MinTimeLimitMs or > GameLimits.MaxTimeLimitMs)
        {
            faults.AddToQuestion(
                draft.TimeLimitMs!.At, QuizErrorCode.OutOfRange, $"{timeLimitMs}", "timeLimitMs",
                timeLimitMs < GameLimits.MinTimeLimitMs ? GameLimits.MinTimeLimitMs : GameLimits.MaxTimeLimitMs);
        }
        return timeLimitMs;
    }

    /// <summary>Where nothing is right or wrong, there is nothing to hint at.</summary>
    private Hint? Hint(QuestionDraft draft, QuestionForm form)
    {
        if (draft.Hint is not { } given)
            return null;
        if (!form.IsScored)
        {
            faults.AddToQuestion(given.At, QuizErrorCode.UnknownMember, "hint");
            return null;
        }
        int cost = given.CostPercent?.Value ?? GameLimits.DefaultHintCostPercent;
        if (!GameLimits.IsHintCost(cost))
            faults.AddToQuestion(given.CostPercent!.At, QuizErrorCode.OutOfRange, $"{cost}", "costPercent");
        return _ofQuestion.Lines(given.Text, "hint", GameLimits.MaxHintLength) is { } text ? new(text, cost) : null;
    }

    private int Points(QuestionDraft draft, QuestionForm form)
    {
        int points = draft.Points?.Value ?? (form.IsScored ? DefaultPoints : 0);
        if (!GameLimits.IsPoints(points) || (points != 0 && !form.IsScored))
            faults.AddToQuestion(draft.Points!.At, QuizErrorCode.OutOfRange, $"{points}", "points");
        return points;
    }
}
