using System.Collections.Immutable;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>One of 2 to 8 options is to be chosen; at least one is right.</summary>
public sealed record SingleChoiceQuestion(
    Guid Id, string Prompt, ImmutableArray<Option> Options, int? TimeLimitMs, int Points, string? Explanation = null)
    : OneOptionQuestion(QuestionType.SingleChoice, Id, Prompt, Options, TimeLimitMs, Points, Explanation)
{
    /// <inheritdoc/>
    public override TaskView Show() => new SingleChoiceTask(Labels()) { Pictures = Pictures() };

    /// <inheritdoc/>
    protected override bool IsComplete() => base.IsComplete() && Options.Any(option => option.IsCorrect);
}
