using System.Collections.Immutable;
using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>What a host may do, and when.</summary>
internal static class Hosting
{
    private static readonly ImmutableArray<HostActionKind> AllKinds = [.. Enum.GetValues<HostActionKind>()];

    public static Decision Decide(GameState state, GameCommand.Host command, long nowMs)
    {
        if (command.Action is null)
            return GameErrorCode.InvalidMessage;
        if (state.Operations.Contains(command.OperationId))
            return Decision.Nothing;
        if (state.Ended)
            return GameErrorCode.SessionEnded;
        return DecideAction(state, command, nowMs) switch
        {
            Decision.Accepted accepted => new Decision.Accepted([new HostCommanded(nowMs, command.OperationId), .. accepted.Events]),
            var refused => refused,
        };
    }

    /// <summary>The actions that are accepted in a state, with arguments that fit. Decided by the rule that refuses the others.</summary>
    public static ImmutableArray<HostActionKind> PossibleActions(GameState state) =>
        state.Ended ? [] : [.. AllKinds.Where(kind => WhyImpossible(state, kind) is null)];

    /// <summary>Why an action is refused in a state whatever its arguments are, or null.</summary>
    private static GameErrorCode? WhyImpossible(GameState state, HostActionKind kind) => kind switch
    {
        HostActionKind.Start or HostActionKind.Advance or HostActionKind.Skip when state.Pause is not null => GameErrorCode.Paused,
        HostActionKind.Start when state.Phase is Phase.Lobby => state.PlayerCount > 0 ? null : GameErrorCode.NoPlayers,
        HostActionKind.Start => GameErrorCode.NotNow,
        HostActionKind.Advance or HostActionKind.Pause => state.Phase is Phase.Lobby ? GameErrorCode.NotNow : null,
        HostActionKind.Skip => state.Phase is Phase.GetReady or Phase.Asking ? null : GameErrorCode.NotNow,
        HostActionKind.UndoSkip => state.Skipped is null ? GameErrorCode.NotNow : null,
        HostActionKind.Extend => ExtensibleMs(state) > 0 ? null : GameErrorCode.NotNow,
        HostActionKind.AcceptAnswer => Regrades.AreOpen(state) ? null : GameErrorCode.NotNow,
        HostActionKind.Kick => state.Players.IsEmpty ? GameErrorCode.UnknownSeat : null,
        HostActionKind.MoveToTeam when state.Settings.Teams == 0 => GameErrorCode.NotNow,
        HostActionKind.Rename or HostActionKind.Approve or HostActionKind.GrantTime or HostActionKind.MoveToTeam when state.PlayerCount == 0 =>
            state.Players.IsEmpty ? GameErrorCode.UnknownSeat : GameErrorCode.Kicked,
        _ => null,
    };

    private static Decision DecideAction(GameState state, GameCommand.Host command, long nowMs) => command.Action switch
    {
        HostAction.Start or HostAction.Advance or HostAction.Skip or HostAction.UndoSkip or HostAction.Extend when command.Step != state.Step => GameErrorCode.NotNow,
        HostAction.Advance or HostAction.Skip when state.Pause is null && IsRepeatedPress(state, nowMs) => GameErrorCode.TooSoon,
        var action when WhyImpossible(state, action.Kind) is { } refusal => refusal,
        HostAction.Start => PhaseTransitions.GetReady(state, 0, nowMs),
        HostAction.Advance => PhaseTransitions.MoveOn(state, nowMs),
        HostAction.Skip => Skip(state, nowMs),
        HostAction.UndoSkip => UndoSkip(state, state.Skipped!, nowMs),
        HostAction.Extend extend => Extend(state, extend.ByMs, nowMs),
        HostAction.Pause => state.Pause is { ResumesAtMs: null } ? Decision.Nothing : new GamePaused(nowMs, state.Pause?.AtMs ?? nowMs, null),
        HostAction.Resume => state.Pause is null ? Decision.Nothing : PhaseTransitions.Resume(state.Pause, nowMs),
        HostAction.Lock => state.Locked ? Decision.Nothing : new LockChanged(nowMs, true),
        HostAction.Unlock => state.Locked ? new LockChanged(nowMs, false) : Decision.Nothing,
        HostAction.AutoAdvanceOn => PhaseTransitions.ChangePace(state, true, state.HostAway, nowMs),
        HostAction.AutoAdvanceOff => PhaseTransitions.ChangePace(state, false, state.HostAway, nowMs),
        HostAction.Kick kick => state.PlayerAt(kick.Seat) is { } player ? Remove([player], nowMs) : GameErrorCode.UnknownSeat,
        HostAction.RemoveAbsent absent => Remove(absent.Seats.Select(state.PlayerAt).OfType<Player>(), nowMs),
        HostAction.RemoveUnapproved => Remove(state.Players.Where(player => !player.Approved), nowMs),
        HostAction.Rename rename => ForPlayer(state, rename.Seat, player => Rename(state, player, rename, nowMs)),
        HostAction.Approve approve => ForPlayer(state, approve.Seat, player => Approve([player], nowMs)),
        HostAction.ApproveAll => Approve(state.Players.Where(player => !player.Kicked), nowMs),
        HostAction.GrantTime grant => ForPlayer(state, grant.Seat, player => Grant(player, grant.Time, nowMs)),
        HostAction.MoveToTeam move => ForPlayer(state, move.Seat, player => MoveToTeam(state, player, move.Team, nowMs)),
        HostAction.KeepOpen => Decision.Nothing,
        HostAction.AcceptAnswer accept => Regrades.Decide(state, accept, nowMs),
        HostAction.End => new SessionFinished(nowMs, EndReason.EndedByHost),
        _ => GameErrorCode.InvalidMessage,
    };

    private static Decision ForPlayer(GameState state, int seat, Func<Player, Decision> decide) => state.PlayerAt(seat) switch
    {
        null => GameErrorCode.UnknownSeat,
        { Kicked: true } => GameErrorCode.Kicked,
        var player => decide(player),
    };

    private static Decision Rename(GameState state, Player player, HostAction.Rename rename, long nowMs)
    {
        if (Naming.Check(state, rename.Nickname, rename.Unfit, player.Seat, out var nickname) is { } refusal)
            return refusal;
        return player.Approved && player.Nickname == nickname ? Decision.Nothing : new PlayerRenamed(nowMs, player.Seat, nickname);
    }

    private static Decision Approve(IEnumerable<Player> players, long nowMs)
    {
        ImmutableArray<int> seats = [.. players.Where(player => !player.Approved).Select(player => player.Seat)];
        return seats.IsEmpty ? Decision.Nothing : new NamesApproved(nowMs, seats);
    }

    private static Decision Grant(Player player, PlayerTime time, long nowMs) => !Enum.IsDefined(time)
        ? GameErrorCode.OutOfRange
        : player.Time == time ? Decision.Nothing : new TimeGranted(nowMs, player.Seat, time);

    private static Decision MoveToTeam(GameState state, Player player, int team, long nowMs) => !Teams.Exists(state, team)
        ? GameErrorCode.OutOfRange
        : player.Team == team ? Decision.Nothing : new PlayerMoved(nowMs, player.Seat, team);

    private static Decision Remove(IEnumerable<Player> players, long nowMs)
    {
        GameEvent[] removed = [.. players.Where(player => !player.Kicked).Select(player => new PlayerKicked(nowMs, player.Seat))];
        return removed is [] ? Decision.Nothing : new Decision.Accepted([.. removed]);
    }

    /// <summary>A bouncing key or a presenter's clicker presses twice: the second press was meant for the phase before.</summary>
    private static bool IsRepeatedPress(GameState state, long nowMs) =>
        state.Phase is not Phase.Lobby && nowMs - state.PhaseSinceMs is >= 0 and < GameLimits.RepeatGuardMs;

    private static Decision.Accepted Skip(GameState state, long nowMs)
    {
        var round = PhaseQuestion.RoundOf(state.Phase);
        return new([new QuestionSkipped(nowMs, round), PhaseTransitions.AfterSkip(state, round, nowMs)]);
    }

    /// <summary>The time that was left at the skip is left now, or once the game is resumed.</summary>
    private static SkipUndone UndoSkip(GameState state, SkippedQuestion skipped, long nowMs) =>
        new(nowMs, skipped.Round, Math.Max(0, (state.Pause?.AtMs ?? nowMs) - skipped.AtMs));

    private static Decision Extend(GameState state, int byMs, long nowMs)
    {
        if (byMs is <= 0 or > GameLimits.MaxExtendMs)
            return GameErrorCode.OutOfRange;
        return new QuestionExtended(nowMs, ((Phase.Asking)state.Phase).ClosesAtMs + Math.Min(byMs, ExtensibleMs(state)));
    }

    /// <summary>How much longer the open question may stay open: a question is never open for more than the longest time limit.</summary>
    private static long ExtensibleMs(GameState state) =>
        state.Phase is Phase.Asking { Overtime: false } asking ? GameLimits.MaxTimeLimitMs - (asking.ClosesAtMs - asking.OpensAtMs) : 0;
}
