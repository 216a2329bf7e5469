using System.Collections.Immutable;

namespace Arena.Game;

/// <summary>What a host may do, and when.</summary>
internal static class Hosting
{
    /// <summary>Stands for all players who wait for it.</summary>
    private const int EverySeat = -1;

    public static Decision Decide(GameState state, GameCommand.Host command, long nowMs)
    {
        if (state.Operations.Contains(command.OperationId))
            return Decision.Nothing;
        if (!Enum.IsDefined(command.Action))
            return GameErrorCode.InvalidMessage;
        if (state.Ended)
            return GameErrorCode.SessionEnded;
        return Carry(state, command, nowMs) switch
        {
            Decision.Accepted accepted => new Decision.Accepted([new HostCommanded(nowMs, command.OperationId), .. accepted.Events]),
            var refused => refused,
        };
    }

    private static Decision Carry(GameState state, GameCommand.Host command, long nowMs) => command.Action switch
    {
        HostAction.Start or HostAction.Advance or HostAction.Skip or HostAction.UndoSkip or HostAction.Extend when command.Step != state.Step => GameErrorCode.NotNow,
        HostAction.Start or HostAction.Advance or HostAction.Skip when state.Pause is not null => GameErrorCode.Paused,
        HostAction.Start when state.Phase is Phase.Lobby => state.PlayerCount > 0 ? PhaseTransitions.GetReady(state, 0, nowMs) : GameErrorCode.NoPlayers,
        HostAction.Advance or HostAction.Skip when IsRepeatedPress(state, nowMs) => GameErrorCode.TooSoon,
        HostAction.Advance when state.Phase is not Phase.Lobby => PhaseTransitions.MoveOn(state, nowMs),
        HostAction.Skip => Skip(state, nowMs),
        HostAction.UndoSkip => UndoSkip(state, nowMs),
        HostAction.Extend => Extend(state, command.Value, nowMs),
        HostAction.Pause when state.Phase is not Phase.Lobby =>
            state.Pause is { ResumesAtMs: null } ? Decision.Nothing : new GamePaused(nowMs, state.Pause?.AtMs ?? nowMs, null),
        HostAction.Resume => state.Pause is null ? Decision.Nothing : PhaseTransitions.Resume(state.Pause, nowMs),
        HostAction.Lock => state.Locked ? Decision.Nothing : new LockChanged(nowMs, true),
        HostAction.Unlock => state.Locked ? new LockChanged(nowMs, false) : Decision.Nothing,
        HostAction.AutoAdvanceOn => PhaseTransitions.ChangePace(state, true, state.HostAway, nowMs),
        HostAction.AutoAdvanceOff => PhaseTransitions.ChangePace(state, false, state.HostAway, nowMs),
        HostAction.Kick => state.PlayerAt(command.Value) switch
        {
            null => GameErrorCode.UnknownSeat,
            { Kicked: true } => Decision.Nothing,
            var player => new PlayerKicked(nowMs, player.Seat),
        },
        HostAction.RemoveAbsent => Remove(command.Absent.Select(state.PlayerAt).OfType<Player>(), nowMs),
        HostAction.RemoveUnapproved => Remove(state.Players.Where(player => !player.Approved), nowMs),
        HostAction.Approve when command.Value == EverySeat => Approve([.. state.Players.Where(player => player is { Kicked: false, Approved: false })], nowMs),
        HostAction.Rename or HostAction.Approve or HostAction.GrantTime or HostAction.MoveToTeam => state.PlayerAt(command.Value) switch
        {
            null => GameErrorCode.UnknownSeat,
            { Kicked: true } => GameErrorCode.Kicked,
            var player => Treat(state, player, command, nowMs),
        },
        HostAction.KeepOpen => Decision.Nothing,
        HostAction.End => new SessionFinished(nowMs, EndReason.EndedByHost),
        _ => GameErrorCode.NotNow,
    };

    /// <summary>What a host may do for one player.</summary>
    private static Decision Treat(GameState state, Player player, GameCommand.Host command, long nowMs) => command.Action switch
    {
        HostAction.Rename => Rename(state, player, command, nowMs),
        HostAction.Approve => Approve(player.Approved ? [] : [player], nowMs),
        HostAction.MoveToTeam when state.Settings.Teams == 0 => GameErrorCode.NotNow,
        HostAction.MoveToTeam when !Teams.Exists(state, command.Team) => GameErrorCode.OutOfRange,
        HostAction.MoveToTeam => player.Team == command.Team ? Decision.Nothing : new PlayerMoved(nowMs, player.Seat, command.Team),
        _ when !Enum.IsDefined(command.Time) => GameErrorCode.OutOfRange,
        _ => player.Time == command.Time ? Decision.Nothing : new TimeGranted(nowMs, player.Seat, command.Time),
    };

    private static Decision Rename(GameState state, Player player, GameCommand.Host command, long nowMs)
    {
        if (Naming.Check(state, command.Nickname, command.Unfit, player.Seat, out var nickname) is { } refusal)
            return refusal;
        return player.Approved && player.Nickname == nickname ? Decision.Nothing : new PlayerRenamed(nowMs, player.Seat, nickname);
    }

    private static Decision Approve(ImmutableArray<Player> players, long nowMs) =>
        players.IsEmpty ? Decision.Nothing : new NamesApproved(nowMs, [.. players.Select(player => player.Seat)]);

    private static Decision Remove(IEnumerable<Player> players, long nowMs)
    {
        GameEvent[] removed = [.. players.Where(player => !player.Kicked).Select(player => new PlayerKicked(nowMs, player.Seat))];
        return removed is [] ? Decision.Nothing : new Decision.Accepted([.. removed]);
    }

    /// <summary>A bouncing key or a presenter's clicker presses twice: the second press was meant for the phase before.</summary>
    private static bool IsRepeatedPress(GameState state, long nowMs) =>
        state.Phase is not Phase.Lobby && nowMs - state.PhaseSinceMs is >= 0 and < GameLimits.RepeatGuardMs;

    private static Decision Skip(GameState state, long nowMs)
    {
        if (state.Phase is not (Phase.GetReady or Phase.Asking))
            return GameErrorCode.NotNow;
        var round = PhaseTransitions.RoundOf(state.Phase);
        return new Decision.Accepted([new QuestionSkipped(nowMs, round), PhaseTransitions.AfterSkip(state, round, nowMs)]);
    }

    /// <summary>The time that was left at the skip is left now, or once the game is resumed.</summary>
    private static Decision UndoSkip(GameState state, long nowMs) => state.Skipped is { } skipped
        ? new SkipUndone(nowMs, skipped.Round, Math.Max(0, (state.Pause?.AtMs ?? nowMs) - skipped.AtMs))
        : GameErrorCode.NotNow;

    private static Decision Extend(GameState state, int byMs, long nowMs)
    {
        if (state.Phase is not Phase.Asking { Overtime: false } asking)
            return GameErrorCode.NotNow;
        if (byMs is <= 0 or > GameLimits.MaxExtendMs || asking.ClosesAtMs - asking.OpensAtMs + byMs > GameLimits.MaxTimeLimitMs)
            return GameErrorCode.OutOfRange;
        return new QuestionExtended(nowMs, asking.ClosesAtMs + byMs);
    }
}
