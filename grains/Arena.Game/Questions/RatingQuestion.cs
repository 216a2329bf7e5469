using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>A step of a scale is to be chosen, and none is right.</summary>
public sealed record RatingQuestion(Guid Id, string Prompt, int Steps, int? TimeLimitMs, string? Explanation = null)
    : Question(QuestionType.Rating, Id, Prompt, TimeLimitMs, 0, Explanation)
{
    /// <summary>What the first step means.</summary>
    public string? Low { get; init; }

    /// <summary>What the last step means.</summary>
    public string? High { get; init; }

    /// <inheritdoc/>
    public override bool IsScored() => false;

    /// <inheritdoc/>
    public override GameErrorCode? Normalize(AnswerValue given, out AnswerValue normal) => Choices.Normalize(given, Steps, out normal);

    /// <inheritdoc/>
    public override Judgement Judge(AnswerValue answer) => Judgement.Unscored;

    /// <inheritdoc/>
    public override TaskView Show() => new RatingTask(Steps, Low, High);

    /// <inheritdoc/>
    public override Tally Count(IEnumerable<AnswerValue> answers) => Choices.Count(answers, Steps);

    /// <inheritdoc/>
    protected override bool IsComplete() => Steps is >= GameLimits.MinSteps and <= GameLimits.MaxSteps;
}
