using Arena.Game.Vocabulary;

namespace Arena.Gateway.GameResults.Reports;

/// <summary>How a game is played, of what was chosen at its launch.</summary>
/// <param name="Mode">Which game it is, with its settings.</param>
/// <param name="PointsBySpeed">Whether faster answers earn more.</param>
/// <param name="StreakBonus">Whether correct answers in a row earn a bonus.</param>
/// <param name="Untimed">Whether questions have no time limit.</param>
/// <param name="Drawn">Whether the questions were drawn at random.</param>
/// <param name="Teams">How many teams there are, or 0.</param>
internal sealed record GameRules(GameMode Mode, bool PointsBySpeed, bool StreakBonus, bool Untimed, bool Drawn, int Teams)
{
    public static GameRules Of(SessionSettings settings) => new(
        settings.Mode, settings is { Untimed: false, Formula: ScoringFormula.Speed }, settings.StreakBonus, settings.Untimed, settings.Shuffle, settings.Teams);
}
