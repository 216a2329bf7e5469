using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules.Modes;

/// <summary>
/// The stake is added to what a right answer earns in a classic game. A wrong answer takes it, but never more than the player has. An
/// answer that is right in part, and none, leave it with the player.
/// </summary>
internal sealed class ConfidenceRules : ModeRules
{
    public static ConfidenceRules Instance { get; } = new();

    private ConfidenceRules()
    {
    }

    public override bool Takes(int stake, Question question) => stake == 0 || (GameLimits.IsStake(stake) && question is { Points: > 0 } && question.IsScored());

    public override Earning Earn(Earning earned, Player player, int round, Verdict verdict, int stake) => verdict switch
    {
        Verdict.Correct => earned with { Points = earned.Points + stake },
        Verdict.Wrong => earned with { Points = Math.Max(earned.Points - stake, -Math.Max(player.Score, 0)) },
        _ => earned,
    };
}
