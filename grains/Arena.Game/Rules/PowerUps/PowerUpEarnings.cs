using System.Collections.Immutable;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules.PowerUps;

/// <summary>
/// Which power-ups a question brings. A correct answer earns one if it is the third, sixth and so on in a row, or if its player was in the last
/// third before it. The seed of the game chooses among the kinds that are switched on, have an effect on a question to come, and are not in hand.
/// </summary>
internal static class PowerUpEarnings
{
    private const long Salt = 0x6561726E;

    /// <param name="state">The game, with the question closed.</param>
    /// <param name="round">Index of the question.</param>
    /// <param name="nowMs">When it was closed.</param>
    /// <returns>The event, or null if there are none.</returns>
    public static PowerUpsEarned? Of(GameState state, int round, long nowMs)
    {
        if (Open(state, round) is not { IsEmpty: false } kinds)
            return null;
        var ranked = state.Players.Count(player => player is { Kicked: false, PreviousRank: not null });
        return EventOf(state, state.Players.Where(player => IsEarned(state, player, round, ranked)), kinds, round, nowMs);
    }

    /// <summary>A host has accepted a text: its answers are correct now, and may be the third in a row.</summary>
    public static PowerUpsEarned? OfRegraded(GameState state, TextAccepted accepted) => Open(state, accepted.Round) is { IsEmpty: false } kinds
        ? EventOf(
            state, accepted.Regraded.Select(regraded => state.Players[regraded.Seat]).Where(player => IsByStreak(state, player, accepted.Round)), kinds,
            accepted.Round, accepted.AtMs)
        : null;

    private static PowerUpsEarned? EventOf(GameState state, IEnumerable<Player> players, ImmutableArray<PowerUp> kinds, int round, long nowMs)
    {
        ImmutableArray<EarnedPowerUp> earned = [.. players.Select(player => Draw(state, player, kinds, round)).OfType<EarnedPowerUp>()];
        return earned.IsEmpty ? null : new(nowMs, round, earned);
    }

    private static bool IsEarned(GameState state, Player player, int round, int ranked) =>
        !player.Kicked && player.AnswerTo(round)?.Verdict == Verdict.Correct
        && (IsByStreak(state, player, round) || IsComeback(state, player, round, ranked));

    private static bool IsByStreak(GameState state, Player player, int round) =>
        state.Settings.PowerUps!.Earning != PowerUpEarning.Comeback && player.Streak > 0 && player.Streak % GameLimits.PowerUpStreak == 0
        && state.Quiz.Questions[round].Points > 0 && player.PowerUpEarnedIn != round;

    private static bool IsComeback(GameState state, Player player, int round, int ranked) =>
        state.Settings.PowerUps!.Earning != PowerUpEarning.Streak && player.PreviousRank * 3 > ranked * 2
        && state.Quiz.Questions[round].Points > 0
        && (player.PowerUpEarnedIn is not { } before || before < round - GameLimits.ComebackPause);

    /// <summary>The kinds that some question to come has an effect for.</summary>
    private static ImmutableArray<PowerUp> Open(GameState state, int round) => state.Settings.PowerUps is { } settings
        ?
        [
            .. PowerUp.All.Where(powerUp => settings.Kinds.Contains(powerUp.Kind)
                && state.Quiz.Questions.Skip(round + 1).Any(question => powerUp.Fits(state, question))),
        ]
        : [];

    private static EarnedPowerUp? Draw(GameState state, Player player, ImmutableArray<PowerUp> kinds, int round)
    {
        if (player.PowerUps.Count >= GameLimits.MaxPowerUps)
            return null;
        ImmutableArray<PowerUpKind> useful =
            [.. kinds.Where(powerUp => !player.PowerUps.Contains(powerUp.Kind) && PowerUpUsing.Helps(state, player, powerUp)).Select(powerUp => powerUp.Kind)];
        return useful.IsEmpty ? null : new(player.Seat, SeededShuffle.Shuffle(useful, Draws.SeedOf(state, Salt, round, player.Seat))[0]);
    }
}
