using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>A number is to be typed.</summary>
public sealed record NumberQuestion(Guid Id, string Prompt, decimal Value, int? TimeLimitMs, int Points, string? Explanation = null)
    : Question(QuestionType.Number, Id, Prompt, TimeLimitMs, Points, Explanation)
{
    /// <summary>How far from <see cref="Value"/> an answer may be, by <see cref="Scoring"/>.</summary>
    public decimal Tolerance { get; init; }

    /// <summary>What an answer earns that is not <see cref="Value"/> itself.</summary>
    public NumberScoring Scoring { get; init; }

    /// <summary>Decimals that count: an answer is rounded to so many.</summary>
    public int Decimals { get; init; }

    /// <summary>What the number counts.</summary>
    public string? Unit { get; init; }

    /// <inheritdoc/>
    public override GameErrorCode? Normalize(AnswerValue given, out AnswerValue normal)
    {
        normal = given;
        if (given is not NumberAnswer { Value: var number } || !NumberLimits.Has(number))
            return GameErrorCode.InvalidAnswer;
        normal = new NumberAnswer(Math.Round(number, Decimals, MidpointRounding.AwayFromZero));
        return null;
    }

    /// <inheritdoc/>
    public override Judgement Judge(AnswerValue answer) => NumberJudgement.Of(answer, Value, Tolerance, Scoring);

    /// <inheritdoc/>
    public override TaskView Show() => new NumberTask(Decimals, Unit);

    /// <inheritdoc/>
    public override KeyView? Reveal() => new NumberKey(Value, Scoring == NumberScoring.Exact ? 0 : Tolerance);

    /// <inheritdoc/>
    public override Tally Count(IEnumerable<AnswerValue> answers) => NumberTallies.Count(answers);

    /// <inheritdoc/>
    protected override bool IsComplete() =>
        NumberLimits.Has(Value) && Tolerance is >= 0 and <= GameLimits.MaxNumber && Enum.IsDefined(Scoring)
        && Decimals is >= 0 and <= GameLimits.MaxDecimals;
}

/// <summary>What a number earns that is near to the right one.</summary>
public enum NumberScoring
{
    /// <summary>Nothing.</summary>
    Exact,
    /// <summary>All points within the tolerance.</summary>
    Range,
    /// <summary>The less, the farther it is; nothing from the tolerance on.</summary>
    Nearest,
}
