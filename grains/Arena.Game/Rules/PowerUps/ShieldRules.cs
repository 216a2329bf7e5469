using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules.PowerUps;

/// <summary>
/// A miss takes nothing: no stake, no points, no life, and the team's average is that of its other players. For games that have something to
/// lose: teams, stakes or lives.
/// </summary>
internal sealed class ShieldRules : PowerUpRules
{
    public static ShieldRules Instance { get; } = new();

    private ShieldRules()
    {
    }

    public override bool ForgivesMiss => true;

    public override bool Fits(SessionSettings settings) => settings.Teams > 0 || settings.Mode is ConfidenceMode or SurvivorMode;

    /// <summary>Alone in a team there is no average of others.</summary>
    public override bool Fits(GameState state, Player player) =>
        state.Settings.Mode is ConfidenceMode or SurvivorMode
        || state.Players.Any(other => !other.Kicked && other.Team == player.Team && other.Seat != player.Seat);

    public override Earning AfterMode(Earning earned) => earned with { Points = Math.Max(earned.Points, 0) };
}
