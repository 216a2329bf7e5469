using System.Collections.Immutable;
using Arena.Game;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>The one place that says whether a quiz may be stored and played, whatever format it came in.</summary>
internal sealed class QuizValidator(FaultList faults)
{
    private const int DefaultPoints = 1000;

    /// <summary>The quiz with its sound questions, or null if the quiz itself is not sound. The others' faults are in the list.</summary>
    public QuizContent? Validate(QuizDraft draft)
    {
        string? title = Title(draft);
        string? description = draft.Description is { } given ? Text(given, GameLimits.MaxDescriptionLength, faults.AddToQuiz) : null;
        ImmutableArray<QuestionContent> questions = [.. draft.Questions.Select(Question).OfType<QuestionContent>()];
        if (questions.IsEmpty && faults.Count == 0)
            faults.AddToQuiz(draft.QuestionsAt, QuizFault.NoQuestions);
        if (draft.Questions.Count > GameLimits.MaxQuizQuestions)
            faults.AddToQuiz(draft.Questions[GameLimits.MaxQuizQuestions].Prompt.At, QuizFault.TooManyQuestions);
        return faults.IsFatal || title is null || questions.IsEmpty ? null : new(title, description, questions);
    }

    private string? Title(QuizDraft draft)
    {
        if (draft.Title is { } title)
            return Line(title, GameLimits.MaxTitleLength, faults.AddToQuiz);
        faults.AddToQuiz(draft.TitleAt, QuizFault.MissingMember);
        return null;
    }

    private QuestionContent? Question(QuestionDraft draft)
    {
        int faultsBefore = faults.Count;
        string? prompt = Text(draft.Prompt, GameLimits.MaxPromptLength, faults.AddToQuestion);
        ImmutableArray<Option> options = Options(draft);
        int timeLimitMs = draft.TimeLimitMs?.Value ?? GameLimits.DefaultTimeLimitMs;
        if (timeLimitMs is < GameLimits.MinTimeLimitMs or > GameLimits.MaxTimeLimitMs)
            faults.AddToQuestion(draft.TimeLimitMs!.At, QuizFault.OutOfRange);
        int points = draft.Points?.Value ?? DefaultPoints;
        if (!GameLimits.IsPoints(points))
            faults.AddToQuestion(draft.Points!.At, QuizFault.OutOfRange);
        string? explanation =
            draft.Explanation is { } given ? Text(given, GameLimits.MaxExplanationLength, faults.AddToQuestion) : null;
        return prompt is null || faults.Count != faultsBefore ? null : new(draft.Type, prompt, options, timeLimitMs, points, explanation);
    }

    private ImmutableArray<Option> Options(QuestionDraft draft)
    {
        int most = draft.Type == QuestionType.TrueFalse ? GameLimits.MinOptions : GameLimits.MaxOptions;
        if (draft.Options.Count > most)
        {
            faults.AddToQuestion(draft.Options[most].Label.At, QuizFault.TooManyOptions, draft.Options[most].Label.Value);
            return [];
        }
        if (draft.Options.Count < GameLimits.MinOptions)
        {
            faults.AddToQuestion(draft.OptionsAt, QuizFault.TooFewOptions);
            return [];
        }
        var options = ImmutableArray.CreateBuilder<Option>(draft.Options.Count);
        foreach (OptionDraft option in draft.Options)
        {
            if (Line(option.Label, GameLimits.MaxOptionLength, faults.AddToQuestion) is not { } label)
                continue;
            if (options.Any(other => other.Label == label))
                faults.AddToQuestion(option.Label.At, QuizFault.DuplicateOption, label);
            else
                options.Add(new(label, option.IsCorrect));
        }
        if (options.Count == draft.Options.Count)
            CheckKey(draft);
        return options.ToImmutable();
    }

    private void CheckKey(QuestionDraft draft)
    {
        OptionDraft[] correct = [.. draft.Options.Where(option => option.IsCorrect)];
        if (correct.Length == 0)
            faults.AddToQuestion(draft.OptionsAt, QuizFault.NoCorrectOption);
        else if (correct.Length > 1)
            faults.AddToQuestion(correct[1].Label.At, QuizFault.SeveralCorrectOptions, correct[1].Label.Value);
    }

    private static string? Line(Sourced<string> raw, int maxLength, Action<SourceMark, QuizFault, string?> refuse) =>
        Checked(raw, QuizText.TryNormaliseLine(raw.Value, out string text), text, maxLength, refuse);

    private static string? Text(Sourced<string> raw, int maxLength, Action<SourceMark, QuizFault, string?> refuse) =>
        Checked(raw, QuizText.TryNormaliseLines(raw.Value, out string text), text, maxLength, refuse);

    private static string? Checked(
        Sourced<string> raw, QuizFault? fault, string text, int maxLength, Action<SourceMark, QuizFault, string?> refuse)
    {
        fault ??= text.Length > maxLength ? QuizFault.TooLong : null;
        if (fault is not { } refused)
            return text;
        refuse(raw.At, refused, raw.Value);
        return null;
    }
}
