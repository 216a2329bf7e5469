using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules.Modes;

/// <summary>
/// A question is missed by a wrong answer or none; an answer that is right in part is no miss, and a question without points has none. After
/// so many misses a player is out: answers are taken, shown and counted in the statistics of questions, and earn nothing. A player who joins late has
/// missed the questions before, so that joining again gains a player nothing. Players who are in are ranked first, then those who were in
/// longest, and points decide among equals.
/// </summary>
internal sealed class SurvivorRules(SurvivorMode mode) : ModeRules
{
    public override bool Fits(SessionSettings settings) => mode.Misses is > 0 and <= GameLimits.MaxMisses;

    public override Earning Earn(Earning earned, Player player, int round, Verdict verdict, int stake) =>
        OutSince(player) < round ? Earning.None : earned;

    public override Player Remember(Player player, int round, Question question, Verdict? verdict)
    {
        if (verdict is Verdict.Correct or Verdict.Partial)
            return player.Missed.Contains(round) ? player with { Missed = player.Missed.Remove(round) } : player;
        return question is { Points: > 0 } && question.IsScored() && OutSince(player) is null
            ? player with { Missed = player.Missed.Add(round) }
            : player;
    }

    public override int Tier(Player player) => OutSince(player) ?? int.MaxValue;

    public override bool IsDecided(GameState state)
    {
        var players = state.Players.Where(player => !player.Kicked);
        return players.Any(player => OutSince(player) is not null) && players.Count(player => OutSince(player) is null) <= 1;
    }

    public override int? LivesOf(Player player) => mode.Misses - player.Missed.Count;

    /// <summary>The question whose miss was the last that the player had, or null.</summary>
    private int? OutSince(Player player) => player.Missed.Count < mode.Misses ? null : player.Missed[mode.Misses - 1];
}
