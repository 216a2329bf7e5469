using Arena.Game.State;

namespace Arena.Game.Rules.PowerUps;

/// <summary>Seeds of the draws during a game, all derived from the one of the game.</summary>
internal static class Draws
{
    /// <param name="state">The game.</param>
    /// <param name="salt">Of the kind of draw.</param>
    /// <param name="round">For which question.</param>
    /// <param name="seat">For whom, or nothing for all.</param>
    public static long SeedOf(GameState state, long salt, int round, int seat = 0) =>
        unchecked(((state.Seed ^ salt) * 6_364_136_223_846_793_005) + ((long)round << 32) + seat);
}
