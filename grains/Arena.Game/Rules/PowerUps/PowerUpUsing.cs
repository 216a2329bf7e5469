using System.Collections.Immutable;
using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Rules.Modes;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules.PowerUps;

/// <summary>A player uses a power-up on the open question. What would have no effect is refused and stays in hand.</summary>
internal static class PowerUpUsing
{
    public static Decision Decide(GameState state, GameCommand.UsePowerUp use, long nowMs)
    {
        if (Seating.Find(state, use.Seat, use.Issue, out var notSeated) is not { } player)
            return notSeated;
        var used = player.PowerUpOn(use.Round) ?? SkippedUse(state, use);
        if (used?.OperationId == use.OperationId)
            return Decision.Nothing;
        if (state.Settings.PowerUps is null)
            return GameErrorCode.NoPowerUp;
        if (state.Ended)
            return GameErrorCode.SessionEnded;
        if (Answering.WhenNotOpen(state, use.Round) is { } refusal)
            return refusal;
        if (used is not null)
            return GameErrorCode.PowerUpInUse;
        if (!player.PowerUps.Contains(use.Kind) || PowerUp.Of(use.Kind) is not { } powerUp)
            return GameErrorCode.NoPowerUp;

        if (state.Pause is not null)
            return GameErrorCode.Paused;
        var asking = (Phase.Asking)state.Phase;
        if (nowMs < asking.OpensAtMs)
            return GameErrorCode.TooEarly;
        if (nowMs > TimeAccommodation.ClosesAtMs(asking, player))
            return GameErrorCode.TooLate;
        if (!powerUp.Fits(state, state.Quiz.Questions[asking.Round]) || !Helps(state, player, powerUp))
            return GameErrorCode.PowerUpUnfit;
        if (player.Pending is not null && !powerUp.Rules.IsForAnswered)
            return GameErrorCode.AlreadyAnswered;
        return new PowerUpUsed(nowMs, player.Seat, new(asking.Round, use.OperationId, powerUp.Kind, powerUp.Effect)
        {
            Removed = powerUp.Rules.Remove(state, asking.Round),
        });
    }

    /// <summary>The kinds that have an effect on a question, for players with one of them in hand.</summary>
    public static ImmutableArray<PowerUpKind> KindsFor(GameState state, int round) => state.Settings.PowerUps is { } settings
        ? [.. PowerUp.All.Where(powerUp => settings.Kinds.Contains(powerUp.Kind) && powerUp.Fits(state, state.Quiz.Questions[round])).Select(powerUp => powerUp.Kind)]
        : [];

    /// <summary>Whether it can do something for a player now: one who is out earns nothing.</summary>
    public static bool Helps(GameState state, Player player, PowerUp powerUp) =>
        ModeRules.Of(state).LivesOf(player) is not <= 0 && powerUp.Rules.Fits(state, player);

    private static PowerUpUse? SkippedUse(GameState state, GameCommand.UsePowerUp use) =>
        state.Skipped is { } skipped && skipped.Round == use.Round ? skipped.PowerUps.GetValueOrDefault(use.Seat) : null;
}
