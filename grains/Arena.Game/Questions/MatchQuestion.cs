using System.Collections.Immutable;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>Pairs are to be put together. Their left sides are shown in this order.</summary>
public sealed record MatchQuestion(Guid Id, string Prompt, ImmutableArray<MatchPair> Pairs, int? TimeLimitMs, int Points, string? Explanation = null)
    : Question(QuestionType.Match, Id, Prompt, TimeLimitMs, Points, Explanation)
{
    /// <summary>At each place on the right, the index of a pair; empty before the launch.</summary>
    public ImmutableArray<int> Shown { get; init; } = [];

    /// <inheritdoc/>
    public override Question Prepare(long seed) => this with { Shown = Permutations.Shuffled([.. Pairs.Select(pair => pair.Right)], seed) };

    /// <inheritdoc/>
    public override GameErrorCode? Normalize(AnswerValue given, out AnswerValue normal) => Permutations.Normalize(given, Pairs.Length, out normal);

    /// <summary>The share of pairs that are right.</summary>
    public override Judgement Judge(AnswerValue answer)
    {
        if (Normalize(answer, out var normal) is not null)
            return Judgement.Wrong;
        var items = ((OrderAnswer)normal).Items;
        var right = items.Select((place, pair) => Permutations.ItemAt(Shown, place) == pair).Count(isRight => isRight);
        return Judgement.OfShare(right / (double)Pairs.Length);
    }

    /// <inheritdoc/>
    public override TaskView Show() => new MatchTask(
        [.. Pairs.Select(pair => pair.Left)], [.. Pairs.Select((_, place) => Pairs[Permutations.ItemAt(Shown, place)].Right)]);

    /// <inheritdoc/>
    public override KeyView? Reveal() => new OrderKey(Right());

    /// <inheritdoc/>
    public override Tally Count(IEnumerable<AnswerValue> answers) => Permutations.Count(answers, Right());

    /// <inheritdoc/>
    public override Tally? CountOpen(IEnumerable<AnswerValue> answers) => null;

    /// <inheritdoc/>
    protected override bool IsComplete() =>
        !Pairs.IsDefault && Pairs.Length is >= GameLimits.MinItems and <= GameLimits.MaxItems
        && Pairs.All(pair => pair is { Left: not null, Right: not null }) && Permutations.AreShown(Shown, Pairs.Length);

    private ImmutableArray<int> Right() => Permutations.PlacesOf(Shown, Pairs.Length);
}

/// <summary>Two things that belong together.</summary>
public sealed record MatchPair(string Left, string Right);
