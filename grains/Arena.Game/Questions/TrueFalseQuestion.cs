using System.Collections.Immutable;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>One of two options is to be chosen.</summary>
public sealed record TrueFalseQuestion(
    Guid Id, string Prompt, ImmutableArray<Option> Options, int? TimeLimitMs, int Points, string? Explanation = null)
    : OneOptionQuestion(QuestionType.TrueFalse, Id, Prompt, Options, TimeLimitMs, Points, Explanation)
{
    /// <inheritdoc/>
    public override TaskView Show() => new TrueFalseTask(Labels()) { Pictures = Pictures() };

    /// <inheritdoc/>
    protected override bool IsComplete() => base.IsComplete() && Options.Length == 2 && Options.Any(option => option.IsCorrect);
}
