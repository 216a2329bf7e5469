using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <inheritdoc/>
internal sealed class MatchForm : QuestionForm
{
    public override ImmutableArray<string> Required { get; } = ["pairs"];

    public override Question Read(QuestionDraft draft, DraftChecks checks) =>
        new MatchQuestion(Guid.Empty, "", Pairs(draft.Members, checks), null, 0);

    /// <summary>No two sides may be the same: which of them belongs to which could not be said.</summary>
    private static ImmutableArray<MatchPair> Pairs(DraftMembers members, DraftChecks checks)
    {
        if (members.Find<Sourced<IReadOnlyList<PairDraft>>>("pairs") is not { } pairs
            || !checks.IsCount(pairs.Value.Count, pairs.At, "pairs", GameLimits.MinItems, GameLimits.MaxItems))
        {
            return [];
        }
        ImmutableArray<string> left = checks.Distinct(pairs.Value.Select(pair => pair.Left), "left", GameLimits.MaxOptionLength);
        ImmutableArray<string> right = checks.Distinct(pairs.Value.Select(pair => pair.Right), "right", GameLimits.MaxOptionLength);
        return [.. left.Zip(right, (one, other) => new MatchPair(one, other))];
    }
}
