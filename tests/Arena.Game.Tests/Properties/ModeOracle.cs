using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Tests.Properties;

/// <summary>What a mode makes of a game, said a second time and from the ledger alone, to compare with.</summary>
internal static class ModeOracle
{
    /// <summary>What an answer earns that would earn so much in a classic game.</summary>
    public static int Points(GameState state, Player player, Answer answer, int classic) => state.Settings.Mode switch
    {
        SurvivorMode => OutSince(state, player) is null ? classic : 0,
        ConfidenceMode => answer.Verdict switch
        {
            Verdict.Correct => classic + answer.Stake,
            Verdict.Wrong => Math.Max(0, player.Answers.Sum(earlier => earlier.Points + earlier.StreakBonus) + classic - answer.Stake)
                - player.Answers.Sum(earlier => earlier.Points + earlier.StreakBonus),
            _ => classic,
        },
        _ => classic,
    };

    /// <summary>What decides a player's rank.</summary>
    public static (int Tier, int Score) Place(GameState state, Player player) =>
        (state.Settings.Mode is SurvivorMode ? OutSince(state, player) ?? int.MaxValue : 0, player.Score);

    /// <summary>The question with which a player went out, or null.</summary>
    public static int? OutSince(GameState state, Player player)
    {
        if (state.Settings.Mode is not SurvivorMode { Misses: var most })
            return null;
        var missed = state.Rounds
            .Where(round => !round.Skipped && round.Scored && state.Quiz.Questions[round.Round].Points > 0
                && player.PowerUpOn(round.Round)?.Kind != PowerUpKind.Shield
                && player.Answers.Find(answer => answer.Round == round.Round)?.Verdict is not (Verdict.Correct or Verdict.Partial))
            .Select(round => round.Round).ToList();
        return missed.Count < most ? null : missed[most - 1];
    }
}
