using System.Collections.Immutable;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>Items, which are here in the right order, are to be put in order.</summary>
public sealed record OrderQuestion(Guid Id, string Prompt, ImmutableArray<string> Items, int? TimeLimitMs, int Points, string? Explanation = null)
    : Question(QuestionType.Order, Id, Prompt, TimeLimitMs, Points, Explanation)
{
    /// <summary>At each place where an item is shown at first, its index; empty before the launch.</summary>
    public ImmutableArray<int> Shown { get; init; } = [];

    /// <inheritdoc/>
    public override Question Prepare(long seed) => this with { Shown = Permutations.Shuffled(Items, seed) };

    /// <inheritdoc/>
    public override GameErrorCode? Normalize(AnswerValue given, out AnswerValue normal) => Permutations.Normalize(given, Items.Length, out normal);

    /// <summary>The share of pairs that are in order.</summary>
    public override Judgement Judge(AnswerValue answer)
    {
        if (Normalize(answer, out var normal) is not null)
            return Judgement.Wrong;
        var items = ((OrderAnswer)normal).Items;
        var (inOrder, pairs) = (0, 0);
        for (var first = 0; first < items.Length; first++)
        {
            for (var second = first + 1; second < items.Length; second++, pairs++)
                inOrder += Permutations.ItemAt(Shown, items[first]) < Permutations.ItemAt(Shown, items[second]) ? 1 : 0;
        }
        return Judgement.OfShare(inOrder / (double)pairs);
    }

    /// <inheritdoc/>
    public override TaskView Show() => new OrderTask([.. Items.Select((_, place) => Items[Permutations.ItemAt(Shown, place)])]);

    /// <inheritdoc/>
    public override KeyView? Reveal() => new OrderKey(Right());

    /// <inheritdoc/>
    public override Tally Count(IEnumerable<AnswerValue> answers) => Permutations.Count(answers, Right());

    /// <inheritdoc/>
    public override Tally? CountOpen(IEnumerable<AnswerValue> answers) => null;

    /// <inheritdoc/>
    protected override bool IsComplete() =>
        !Items.IsDefault && Items.Length is >= GameLimits.MinItems and <= GameLimits.MaxItems && Items.All(item => item is not null)
        && Permutations.AreShown(Shown, Items.Length);

    private ImmutableArray<int> Right() => Permutations.PlacesOf(Shown, Items.Length);
}
