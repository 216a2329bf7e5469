using System.Collections.Immutable;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>All right options of 2 to 8 are to be chosen; at least one is right.</summary>
public sealed record MultipleChoiceQuestion(
    Guid Id, string Prompt, ImmutableArray<Option> Options, int? TimeLimitMs, int Points, string? Explanation = null)
    : OptionsQuestion(QuestionType.MultipleChoice, Id, Prompt, Options, TimeLimitMs, Points, Explanation)
{
    /// <summary>What part of the right options earns.</summary>
    public ChoiceScoring Scoring { get; init; }

    /// <inheritdoc/>
    public override GameErrorCode? Normalize(AnswerValue given, out AnswerValue normal)
    {
        normal = given;
        if (given is not ChoicesAnswer { Options: { IsDefaultOrEmpty: false } chosen })
            return GameErrorCode.InvalidAnswer;
        if (!chosen.All(Has))
            return GameErrorCode.UnknownOption;
        normal = new ChoicesAnswer([.. chosen.Distinct().Order()]);
        return null;
    }

    /// <inheritdoc/>
    public override Judgement Judge(AnswerValue answer)
    {
        if (answer is not ChoicesAnswer { Options: { IsDefault: false } chosen } || !chosen.All(Has))
            return Judgement.Wrong;
        var isExact = chosen.Length == Options.Count(option => option.IsCorrect) && chosen.All(option => Options[option].IsCorrect);
        if (isExact || Scoring == ChoiceScoring.AllOrNothing)
            return Judgement.Of(isExact);
        var share = Math.Clamp(chosen.Sum(PartOf), Options.Any(option => option.Weight < 0) ? -1 : 0, 1);
        return new(share > 0 ? Verdict.Partial : Verdict.Wrong, share);
    }

    /// <inheritdoc/>
    public override TaskView Show() => new MultipleChoiceTask(Labels()) { Pictures = Pictures() };

    /// <inheritdoc/>
    public override Tally Count(IEnumerable<AnswerValue> answers)
    {
        var counts = new int[Options.Length];
        foreach (var option in answers.OfType<ChoicesAnswer>().Where(answer => !answer.Options.IsDefault).SelectMany(answer => answer.Options).Where(Has))
            counts[option]++;
        return new CountsTally([.. counts]);
    }

    /// <inheritdoc/>
    protected override bool IsComplete() => base.IsComplete() && Enum.IsDefined(Scoring) && Options.Any(option => option.IsCorrect);

    /// <summary>A wrong option takes what a right one earns.</summary>
    private double PartOf(int option) =>
        Options[option].Weight ?? (Options[option].IsCorrect ? 1 : -1) / (double)Options.Count(each => each.IsCorrect);
}

/// <summary>What part of the right options of a <see cref="MultipleChoiceQuestion"/> earns.</summary>
public enum ChoiceScoring
{
    /// <summary>Nothing: only all of them, and no other, earn the points.</summary>
    AllOrNothing,
    /// <summary>Each its share, and each wrong one takes as much. The sum is not below nothing, unless an option has a weight below it.</summary>
    PerOption,
}
