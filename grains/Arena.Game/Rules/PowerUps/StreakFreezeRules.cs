using Arena.Game.State;

namespace Arena.Game.Rules.PowerUps;

/// <summary>A wrong answer, or none, leaves the row of correct answers as it is.</summary>
internal sealed class StreakFreezeRules : PowerUpRules
{
    public static StreakFreezeRules Instance { get; } = new();

    private StreakFreezeRules()
    {
    }

    public override bool KeepsStreak => true;

    public override bool Fits(GameState state, Player player) => player.Streak > 0;
}
