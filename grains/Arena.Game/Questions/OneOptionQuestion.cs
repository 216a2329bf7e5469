using System.Collections.Immutable;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>What all questions share that are answered by one of their options.</summary>
public abstract record OneOptionQuestion : OptionsQuestion
{
    private protected OneOptionQuestion(
        QuestionType type, Guid id, string prompt, ImmutableArray<Option> options, int? timeLimitMs, int points, string? explanation)
        : base(type, id, prompt, options, timeLimitMs, points, explanation)
    {
    }

    /// <inheritdoc/>
    public override GameErrorCode? Normalize(AnswerValue given, out AnswerValue normal) => Choices.Normalize(given, Options.Length, out normal);

    /// <inheritdoc/>
    public override Judgement Judge(AnswerValue answer)
    {
        if (answer is not ChoiceAnswer { Option: var option } || !Has(option))
            return Judgement.Wrong;
        var (isCorrect, weight) = (Options[option].IsCorrect, Options[option].Weight);
        return weight is null ? Judgement.Of(isCorrect)
            : isCorrect ? new(Verdict.Correct, weight.Value)
            : Judgement.OfShare(weight.Value);
    }

    /// <inheritdoc/>
    public override Tally Count(IEnumerable<AnswerValue> answers) => Choices.Count(answers, Options.Length);
}
