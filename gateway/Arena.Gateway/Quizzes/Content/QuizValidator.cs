using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>The one place that decides whether a quiz may be stored and played, for all formats.</summary>
internal sealed class QuizValidator(ValidationErrors faults, ReadingWork work, QuestionLimit limit)
{
    private const int DefaultPoints = 1000;

    /// <summary>The quiz with its sound questions, or null if the quiz itself is not sound. The others' faults are in the list.</summary>
    public QuizContent? Validate(QuizDraft draft)
    {
        string? title = Title(draft);
        string? description = draft.Description is { } given ? Text(given, "description", GameLimits.MaxDescriptionLength, faults.AddToQuiz) : null;
        ImmutableArray<QuestionContent> questions = [.. draft.Questions.Select(Question).OfType<QuestionContent>()];
        if (questions.IsEmpty && faults.Count == 0)
            faults.AddToQuiz(draft.QuestionsAt, QuizErrorCode.NoQuestions, member: "questions");
        if (draft.Questions.Count > limit.Most)
            faults.AddToQuiz(draft.Questions[limit.Most].Prompt.At, limit.Beyond, member: "questions", limit: limit.Most);
        return faults.IsFatal || title is null || questions.IsEmpty ? null : new(title, description, questions);
    }

    private string? Title(QuizDraft draft)
    {
        if (draft.Title is { } title)
            return Line(title, "title", GameLimits.MaxTitleLength, faults.AddToQuiz);
        faults.AddToQuiz(draft.TitleAt, QuizErrorCode.MissingMember, member: "title");
        return null;
    }

    private QuestionContent? Question(QuestionDraft draft)
    {
        int faultsBefore = faults.Count;
        string? prompt = Text(draft.Prompt, "prompt", GameLimits.MaxPromptLength, faults.AddToQuestion);
        ImmutableArray<Option> options = Options(draft);
        int timeLimitMs = draft.TimeLimitMs?.Value ?? GameLimits.DefaultTimeLimitMs;
        if (timeLimitMs is < GameLimits.MinTimeLimitMs or > GameLimits.MaxTimeLimitMs)
        {
            faults.AddToQuestion(
                draft.TimeLimitMs!.At, QuizErrorCode.OutOfRange, $"{timeLimitMs}", "timeLimitMs",
                timeLimitMs < GameLimits.MinTimeLimitMs ? GameLimits.MinTimeLimitMs : GameLimits.MaxTimeLimitMs);
        }
        int points = draft.Points?.Value ?? DefaultPoints;
        if (!GameLimits.IsPoints(points))
            faults.AddToQuestion(draft.Points!.At, QuizErrorCode.OutOfRange, $"{points}", "points");
        string? explanation =
            draft.Explanation is { } given ? Text(given, "explanation", GameLimits.MaxExplanationLength, faults.AddToQuestion) : null;
        return prompt is null || faults.Count != faultsBefore ? null : new(draft.Type, prompt, options, timeLimitMs, points, explanation);
    }

    private ImmutableArray<Option> Options(QuestionDraft draft)
    {
        int most = draft.Type == QuestionType.TrueFalse ? GameLimits.MinOptions : GameLimits.MaxOptions;
        if (draft.Options.Count > most)
        {
            faults.AddToQuestion(draft.Options[most].Label.At, QuizErrorCode.TooManyOptions, draft.Options[most].Label.Value, "options", most);
            return [];
        }
        if (draft.Options.Count < GameLimits.MinOptions)
        {
            faults.AddToQuestion(draft.OptionsAt, QuizErrorCode.TooFewOptions, null, "options", GameLimits.MinOptions);
            return [];
        }
        var options = ImmutableArray.CreateBuilder<Option>(draft.Options.Count);
        var looks = new List<string>(draft.Options.Count);
        foreach (OptionDraft option in draft.Options)
        {
            if (Line(option.Label, "label", GameLimits.MaxOptionLength, faults.AddToQuestion) is not { } label)
                continue;
            string look = LabelLook.Of(label);
            if (looks.Contains(look))
                faults.AddToQuestion(option.Label.At, QuizErrorCode.DuplicateOption, label);
            else
                options.Add(new(label, option.IsCorrect));
            looks.Add(look);
        }
        if (options.Count == draft.Options.Count)
            CheckKey(draft);
        return options.DrainToImmutable();
    }

    private void CheckKey(QuestionDraft draft)
    {
        OptionDraft[] correct = [.. draft.Options.Where(option => option.IsCorrect)];
        if (correct.Length == 0)
            faults.AddToQuestion(draft.OptionsAt, QuizErrorCode.NoCorrectOption);
        else if (correct.Length > 1)
            faults.AddToQuestion(correct[1].Label.At, QuizErrorCode.SeveralCorrectOptions, correct[1].Label.Value);
    }

    private string? Line(Sourced<string> raw, string member, int maxLength, AddFault refuse)
    {
        QuizErrorCode? fault = QuizText.TryNormaliseLine(raw.Value, maxLength, out string text);
        return Checked(raw, fault, text, member, maxLength, refuse);
    }

    private string? Text(Sourced<string> raw, string member, int maxLength, AddFault refuse)
    {
        QuizErrorCode? fault = QuizText.TryNormaliseLines(raw.Value, maxLength, out string text);
        return Checked(raw, fault, text, member, maxLength, refuse);
    }

    private string? Checked(Sourced<string> raw, QuizErrorCode? fault, string text, string member, int maxLength, AddFault refuse)
    {
        work.Visit(Math.Min(raw.Value.Length, QuizText.MostRaw(maxLength)));
        if (fault is not { } refused)
            return text;
        refuse(raw.At, refused, raw.Value, member, refused == QuizErrorCode.TooLong ? maxLength : null);
        return null;
    }

    private delegate void AddFault(SourceMark at, QuizErrorCode fault, string? text, string? member, int? limit);
}
