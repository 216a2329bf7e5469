using System.Collections.Immutable;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>One of 2 to 8 options is to be chosen, and none is right.</summary>
public sealed record PollQuestion(Guid Id, string Prompt, ImmutableArray<Option> Options, int? TimeLimitMs, string? Explanation = null)
    : OneOptionQuestion(QuestionType.Poll, Id, Prompt, Options, TimeLimitMs, 0, Explanation)
{
    /// <inheritdoc/>
    public override bool IsScored() => false;

    /// <inheritdoc/>
    public override Judgement Judge(AnswerValue answer) => Judgement.Unscored;

    /// <inheritdoc/>
    public override TaskView Show() => new PollTask(Labels()) { Pictures = Pictures() };

    /// <inheritdoc/>
    public override KeyView? Reveal() => null;

    /// <inheritdoc/>
    protected override bool IsComplete() => base.IsComplete() && !Options.Any(option => option.IsCorrect);
}
