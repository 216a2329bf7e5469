using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Rules.Modes;
using Arena.Game.Rules.PowerUps;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>How a game moves from phase to phase, by its clock or by its host.</summary>
internal static class PhaseTransitions
{
    /// <summary>A question is announced this long before it opens, so that it opens for all at once.</summary>
    public const int OpenLeadMs = 600;

    /// <summary>A question stays open to stamps that are on their way for this long after it closes.</summary>
    public const int CloseGraceMs = 300;

    /// <summary>After an interruption, players have this long to come back before the clock runs again.</summary>
    public const int RecoveryMs = 3_000;

    /// <summary>Once all of them are back before that, they have this long to look up.</summary>
    public const int ReturnedMs = 1_000;

    public static long? NextDeadline(GameState state) => state.Phase switch
    {
        Phase.Finished => null,
        _ when state.Pause is { } pause => pause.ResumesAtMs ?? IdleAt(state),
        Phase.GetReady ready => ready.EndsAtMs,
        Phase.Asking { Overtime: true } asking => (TimeAccommodation.LastClosesAtMs(state, asking) ?? asking.ClosesAtMs) + CloseGraceMs,
        Phase.Asking asking when SelfPacing.IsUntimed(state, asking.Round) => null,
        Phase.Asking asking => asking.ClosesAtMs + CloseGraceMs,
        Phase.Revealing revealing => revealing.EndsAtMs ?? IdleAt(state),
        Phase.Standings standings => standings.EndsAtMs ?? IdleAt(state),
        _ => IdleAt(state),
    };

    public static Decision Tick(GameState state, GameCommand.Tick tick, long nowMs)
    {
        if (tick.Step != state.Step || NextDeadline(state) is not { } dueMs || nowMs < dueMs)
            return Decision.Nothing;
        if (state.Pause is { ResumesAtMs: not null } pause)
            return Resume(pause, nowMs);
        if (!tick.SkipsOvertime && state is { Pause: null, Phase: Phase.Asking { Overtime: false } asking } && TimeAccommodation.LastClosesAtMs(state, asking) is not null)
            return new OvertimeBegun(nowMs, asking.Round);
        return EndsByItself(state) ? MoveOn(state, nowMs) : Expire(state, nowMs);
    }

    public static Decision EveryoneAnswered(GameState state, GameCommand.EveryoneAnswered all, long nowMs) =>
        all.Step == state.Step && state.Pause is null && state.Phase is Phase.Asking { Answered: > 0 } or Phase.Asking { Overtime: true } ? MoveOn(state, nowMs) : Decision.Nothing;

    /// <summary>A game continues without its host only if it was launched so. A pause holds until a host resumes it.</summary>
    public static Decision HostPresence(GameState state, GameCommand.HostPresence presence, long nowMs) =>
        state.Ended || (presence.Away && !state.Settings.ContinueWithoutHost)
            ? Decision.Nothing
            : ChangePace(state, state.AutoAdvance, presence.Away, nowMs);

    /// <summary>The clock stands since the game was last alive, which is never before something last happened in it; it stood already if the interruption happened during a recovery.</summary>
    public static Decision Recover(GameState state, GameCommand.Recover recover, long nowMs) => state.Pause switch
    {
        null when EndsByItself(state) =>
            new GamePaused(nowMs, Math.Min(Math.Max(recover.LastAliveMs, state.LastActiveAtMs), nowMs), nowMs + RecoveryMs),
        { ResumesAtMs: not null } recovering => new GamePaused(nowMs, recovering.AtMs, nowMs + RecoveryMs),
        _ => Decision.Nothing,
    };

    /// <summary>Whether the clock stands longer than it would if every player were back now.</summary>
    public static bool WaitsForReturns(GameState state, long nowMs) => state.Pause?.ResumesAtMs > nowMs + ReturnedMs;

    /// <summary>All players have returned after an interruption, so the clock resumes soon.</summary>
    public static Decision EveryoneReturned(GameState state, long nowMs) =>
        WaitsForReturns(state, nowMs) ? new GamePaused(nowMs, state.Pause!.AtMs, nowMs + ReturnedMs) : Decision.Nothing;

    public static GameResumed Resume(Pause pause, long nowMs) => new(nowMs, Math.Max(0, nowMs - pause.AtMs));

    /// <summary>The next phase of the game.</summary>
    public static Decision MoveOn(GameState state, long nowMs) => state.Phase switch
    {
        Phase.GetReady ready => Ask(state, ready.Round, nowMs),
        Phase.Asking asking when state.Settings.Pace is { } pace => SelfPacing.Close(state, pace, asking.Round, nowMs),
        Phase.Asking asking => Close(state, asking.Round, nowMs),
        Phase.Revealing revealing when IsOver(state, revealing.Round) || state.Settings.Pace is not null || !state.Quiz.Questions[revealing.Round].IsScored() => AfterRound(state, revealing.Round, nowMs),
        Phase.Revealing revealing => new StandingsShown(nowMs, revealing.Round, EndOf(state, state.Settings.StandingsMs, nowMs)),
        Phase.Standings standings => AfterRound(state, standings.Round, nowMs),
        _ => GameErrorCode.NotNow,
    };

    public static GetReadyShown GetReady(GameState state, int round, long nowMs, int leastMs = 0) =>
        new(nowMs, round, nowMs + Math.Max(state.Settings.GetReadyMs, leastMs));

    public static GameEvent AfterRound(GameState state, int round, long nowMs) => state.Settings.Pace switch
    {
        _ when IsOver(state, round) => new SessionFinished(nowMs, EndReason.Completed),
        null => GetReady(state, round + 1, nowMs),
        // Who asked for the next question is ready for it.
        _ => Ask(state, round + 1, nowMs),
    };

    /// <summary>A question is asked.</summary>
    public static QuestionAsked Ask(GameState state, int round, long nowMs)
    {
        var talkMs = state.Quiz.Questions[round].TakesAnswers() ? ModeRules.Of(state).TalkMs : 0;
        var opensAtMs = nowMs + OpenLeadMs + talkMs;
        var limitMs = state.Settings.Untimed ? null : state.Quiz.Questions[round].TimeLimitMs;
        return new(nowMs, round, opensAtMs, opensAtMs + (limitMs ?? UnlimitedMs(state, round)));
    }

    /// <summary>A question is closed.</summary>
    public static QuestionClosed Closed(GameState state, int round, long nowMs) =>
        new(nowMs, round, Tallies.OfPending(state, round), EndOf(state, state.Settings.RevealMs, nowMs));

    /// <summary>What follows a skipped question lasts long enough to undo the skip. The game does not end at once: an end cannot be undone.</summary>
    public static GameEvent AfterSkip(GameState state, int round, long nowMs) => IsLast(state, round)
        ? new StandingsShown(nowMs, round, nowMs + Math.Max(state.Settings.StandingsMs, GameLimits.UndoMs))
        : GetReady(state, round + 1, nowMs, GameLimits.UndoMs);

    public static Decision ChangePace(GameState state, bool autoAdvance, bool hostAway, long nowMs)
    {
        if (autoAdvance == state.AutoAdvance && hostAway == state.HostAway)
            return Decision.Nothing;
        var changed = state with { AutoAdvance = autoAdvance, HostAway = hostAway };
        var sinceMs = state.Pause?.AtMs ?? nowMs;
        long? endsAtMs = state.Phase switch
        {
            Phase.Revealing revealing => revealing.EndsAtMs is { } end && changed.MovesByItself ? end : EndOf(changed, state.Settings.RevealMs, sinceMs),
            Phase.Standings standings => standings.EndsAtMs is { } end && changed.MovesByItself ? end : EndOf(changed, state.Settings.StandingsMs, sinceMs),
            Phase.Asking asking when changed.MovesByItself && IsReadWithoutLimit(state, asking.Round) =>
                Math.Min(asking.ClosesAtMs, Math.Max(asking.OpensAtMs, sinceMs) + GameLimits.DefaultTimeLimitMs),
            _ => null,
        };
        return new PaceChanged(nowMs, autoAdvance, hostAway, endsAtMs);
    }

    /// <summary>A slide has nothing to reveal: the next question follows at once.</summary>
    private static Decision Close(GameState state, int round, long nowMs)
    {
        var closed = Closed(state, round, nowMs);
        if (!state.Quiz.Questions[round].TakesAnswers())
            return new Decision.Accepted([closed, AfterRound(state, round, nowMs)]);
        return state.Settings.PowerUps is not null && PowerUpEarnings.Of(Evolution.Evolve(state, closed), round, nowMs) is { } earned
            ? new Decision.Accepted([closed, earned])
            : closed;
    }

    /// <summary>A slide lasts until the host advances, unless its author limited it; a game that moves by itself does not stop there.</summary>
    private static long UnlimitedMs(GameState state, int round) => state switch
    {
        { Settings.Pace: not null } => GameLimits.UntimedAloneMs,
        { MovesByItself: true } when IsReadWithoutLimit(state, round) => GameLimits.DefaultTimeLimitMs,
        _ => GameLimits.UntimedMs,
    };

    private static bool IsReadWithoutLimit(GameState state, int round) =>
        !state.Quiz.Questions[round].TakesAnswers() && TimeAccommodation.IsUntimed(state, state.Quiz.Questions[round]);

    private static bool EndsByItself(GameState state) => state.Phase switch
    {
        Phase.Asking asking => !SelfPacing.IsUntimed(state, asking.Round),
        Phase.GetReady => true,
        Phase.Revealing { EndsAtMs: not null } or Phase.Standings { EndsAtMs: not null } => true,
        _ => false,
    } && state.Pause is null;

    private static long? EndOf(GameState state, int lengthMs, long nowMs) => state.MovesByItself ? nowMs + lengthMs : null;

    /// <summary>Whether nothing more is asked after a question: there is none, or the mode says so.</summary>
    private static bool IsOver(GameState state, int round) => IsLast(state, round) || ModeRules.Of(state).IsDecided(state);

    private static bool IsLast(GameState state, int round) => round + 1 >= state.Quiz.Questions.Length;

    /// <summary>When the end of a session without activity is announced, then when it ends. One without a host waits for its player.</summary>
    private static long? IdleAt(GameState state) =>
        state.Settings.Pace is null ? state.ExpiresAtMs ?? state.LastActiveAtMs + state.IdleExpiryMs - WarningMs(state) : null;

    /// <summary>After an interruption of the server a session has the whole time of the warning left, however long nothing has happened in it.</summary>
    private static GameEvent Expire(GameState state, long nowMs) => state.ExpiresAtMs is null
        ? new ExpiryAnnounced(nowMs, Math.Max(state.LastActiveAtMs + state.IdleExpiryMs, nowMs + WarningMs(state)))
        : new SessionFinished(nowMs, EndReason.Abandoned);

    private static int WarningMs(GameState state) => Math.Min(GameLimits.IdleWarningMs, state.IdleExpiryMs / 2);
}
