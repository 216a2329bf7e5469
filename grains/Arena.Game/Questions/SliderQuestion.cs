using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>A number is to be picked on a scale; the nearer, the more it earns.</summary>
public sealed record SliderQuestion(
    Guid Id, string Prompt, decimal Min, decimal Max, decimal Step, decimal Value, int? TimeLimitMs, int Points, string? Explanation = null)
    : Question(QuestionType.Slider, Id, Prompt, TimeLimitMs, Points, Explanation)
{
    /// <summary>From this distance on an answer earns nothing.</summary>
    public decimal Tolerance { get; init; }

    /// <summary>What the number counts.</summary>
    public string? Unit { get; init; }

    /// <inheritdoc/>
    public override GameErrorCode? Normalize(AnswerValue given, out AnswerValue normal)
    {
        normal = given;
        if (given is not NumberAnswer { Value: var number } || number < Min || number > Max)
            return GameErrorCode.InvalidAnswer;
        var steps = Math.Round((number - Min) / Step, MidpointRounding.AwayFromZero);
        normal = new NumberAnswer(Math.Min(Min + (steps * Step), Max));
        return null;
    }

    /// <inheritdoc/>
    public override Judgement Judge(AnswerValue answer) => NumberJudgement.Of(answer, Value, Tolerance, NumberScoring.Nearest);

    /// <inheritdoc/>
    public override TaskView Show() => new SliderTask(Min, Max, Step, Unit);

    /// <inheritdoc/>
    public override KeyView? Reveal() => new NumberKey(Value, Tolerance);

    /// <inheritdoc/>
    public override Tally Count(IEnumerable<AnswerValue> answers) => NumberTallies.Count(answers);

    /// <inheritdoc/>
    protected override bool IsComplete() =>
        NumberLimits.Has(Min) && NumberLimits.Has(Max) && Min < Max && Value >= Min && Value <= Max
        && Step > 0 && Step >= (Max - Min) / GameLimits.MaxSliderSteps && Step <= Max - Min && Tolerance is >= 0 and <= GameLimits.MaxNumber;
}
