using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules.Modes;

/// <summary>Points as in a classic game, up to a goal: of several players who reach it with the same question, the one with the most points wins.</summary>
internal sealed class RaceRules(RaceMode mode) : ModeRules
{
    public override bool Fits(SessionSettings settings) => mode.Points is >= GameLimits.MinGoal and <= GameLimits.MaxGoal;

    public override bool IsDecided(GameState state) => state.Players.Any(player => !player.Kicked && player.Score >= mode.Points);
}
