using System.Collections.Immutable;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.Rules.Modes;
using Arena.Game.Rules.PowerUps;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>The new game after an event.</summary>
internal static class Evolution
{
    public static GameState Evolve(GameState? state, GameEvent happened)
    {
        if (happened is SessionLaunched launched)
        {
            return new(launched.SessionId, launched.Code, launched.Quiz, launched.Settings)
            {
                AutoAdvance = launched.Settings.AutoAdvance,
                PhaseSinceMs = launched.AtMs,
                LastActiveAtMs = launched.AtMs,
                IdleExpiryMs = launched.IdleExpiryMs ?? GameLimits.DefaultIdleExpiryMs,
                Series = launched.Series,
                Seed = launched.Seed ?? 0,
            };
        }
        ArgumentNullException.ThrowIfNull(state);
        var next = Apply(state, happened);
        return happened is ExpiryAnnounced ? next : next with { LastActiveAtMs = happened.AtMs, ExpiresAtMs = null };
    }

    private static GameState Apply(GameState state, GameEvent happened) => happened switch
    {
        _ when RoundOf(happened) is { } round && (round < 0 || round >= state.Quiz.Questions.Length) => state,
        PlayerJoined joined => Seat(state, joined),
        PlayerKicked kicked => Kick(state, kicked.Seat),
        PlayerRenamed renamed => Rename(state, renamed),
        FaceChanged changed => state.PlayerAt(changed.Seat) is { } player
            ? state with { Players = state.Players.SetItem(player.Seat, player with { Face = changed.Face }) }
            : state,
        NamesApproved approved => Approve(state, approved),
        TimeGranted granted => state.PlayerAt(granted.Seat) is { } player
            ? state with { Players = state.Players.SetItem(player.Seat, player with { Time = granted.Time }) }
            : state,
        PlayerMoved moved => state.PlayerAt(moved.Seat) is { } player
            ? state with { Players = state.Players.SetItem(player.Seat, player with { Team = moved.Team }) }
            : state,
        SeatHandedOver handed => state.PlayerAt(handed.Seat) is { } player
            ? state with
            {
                Players = state.Players.SetItem(player.Seat, player with { JoinOperation = handed.OperationId, Issue = player.Issue + 1 }),
                VoidOperations = state.VoidOperations.Add(player.JoinOperation),
                SeatByOperation = state.SeatByOperation.Remove(player.JoinOperation).SetItem(handed.OperationId, player.Seat),
            }
            : state,
        HostCommanded commanded => Remember(state, commanded.OperationId),
        LockChanged changed => state with { Locked = changed.Locked },
        PaceChanged changed => state with
        {
            AutoAdvance = changed.AutoAdvance,
            HostAway = changed.HostAway,
            Phase = state.Phase switch
            {
                Phase.Revealing revealing => revealing with { EndsAtMs = changed.EndsAtMs },
                Phase.Standings standings => standings with { EndsAtMs = changed.EndsAtMs },
                Phase.Asking asking => asking with { ClosesAtMs = changed.EndsAtMs ?? asking.ClosesAtMs },
                var same => same,
            },
        },
        GetReadyShown shown => Enter(state, new Phase.GetReady(shown.Round, shown.EndsAtMs), shown.AtMs),
        QuestionAsked asked => Enter(state, new Phase.Asking(asked.Round, asked.OpensAtMs, asked.ClosesAtMs, asked.OpensAtMs, 0), asked.AtMs),
        AnswerAccepted accepted => Answer(state, accepted),
        HintUsed used => state.PlayerAt(used.Seat) is { } user
            ? state with { Players = state.Players.SetItem(user.Seat, user with { Hints = user.Hints.Add(used.Round) }) }
            : state,
        SecondAnswerAccepted second => PowerUpEvolution.AnswerAgain(state, second),
        PowerUpUsed used => PowerUpEvolution.Use(state, used.Seat, used.Use),
        PowerUpsEarned earned => PowerUpEvolution.Earn(state, earned),
        QuestionExtended extended when state.Phase is Phase.Asking asking => state with { Phase = asking with { ClosesAtMs = extended.ClosesAtMs } },
        OvertimeBegun begun when state.Phase is Phase.Asking asking && asking.Round == begun.Round => state with { Phase = asking with { Overtime = true } },
        GamePaused paused => state with { Pause = new Pause(paused.SinceMs, paused.ResumesAtMs) },
        GameResumed resumed => state with { Pause = null, Phase = Shift(state.Phase, resumed.AtMs, resumed.ShiftMs) },
        QuestionClosed closed => Close(state, closed),
        TextAccepted accepted => Regrades.Evolve(state, accepted),
        QuestionRepeated repeated => SelfPacing.Evolve(state, repeated),
        QuestionSkipped skipped => Skip(state, skipped),
        SkipUndone undone => UndoSkip(state, undone),
        StandingsShown shown => Enter(state, new Phase.Standings(shown.Round, shown.EndsAtMs), shown.AtMs),
        ExpiryAnnounced announced => state with { ExpiresAtMs = announced.EndsAtMs },
        SessionFinished finished => Finish(state, finished),
        _ => state,
    };

    private static int? RoundOf(GameEvent happened) => happened switch
    {
        GetReadyShown shown => shown.Round,
        QuestionAsked asked => asked.Round,
        HintUsed used => used.Round,
        PowerUpUsed used => used.Use.Round,
        PowerUpsEarned earned => earned.Round,
        OvertimeBegun begun => begun.Round,
        QuestionClosed closed => closed.Round,
        TextAccepted accepted => accepted.Round,
        QuestionRepeated repeated => repeated.Round,
        QuestionSkipped skipped => skipped.Round,
        SkipUndone undone => undone.Round,
        StandingsShown shown => shown.Round,
        _ => null,
    };

    /// <summary>An answer belongs to the question that is open: answers that were not counted by its end are dropped.</summary>
    private static GameState Enter(GameState state, Phase phase, long atMs) => DropPending(state) with
    {
        Phase = phase,
        PhaseSinceMs = atMs,
        Step = state.Step + 1,
        // A skip can be undone during the phase that follows it, not after.
        Skipped = state.Skipped?.Phase == state.Phase ? state.Skipped : null,
    };

    private static GameState Seat(GameState state, PlayerJoined joined)
    {
        if (joined.Seat != state.Players.Count)
            return state;
        var player = new Player(joined.Seat, joined.Nickname, joined.OperationId)
        {
            FirstRound = NextToAnswer(state.Phase),
            Face = joined.Face,
            Team = joined.Team,
            Approved = !joined.IsHeld && (joined.Previous?.IsApproved == true || !state.Settings.ApproveNames),
            PreviousSeat = joined.Previous?.Seat,
            SeriesPoints = joined.Previous?.Points ?? 0,
        };
        var mode = ModeRules.Of(state);
        return state with
        {
            Players = state.Players.Add(state.Rounds.Where(round => !round.Skipped)
                .Aggregate(player, (late, round) => mode.Remember(late, round.Round, state.Quiz.Questions[round.Round], verdict: null))),
            PlayerCount = state.PlayerCount + 1,
            SeatByNickname = Naming.Take(state.SeatByNickname, joined.Nickname, joined.Seat),
            SeatByOperation = state.SeatByOperation.SetItem(joined.OperationId, joined.Seat),
            SeatByPrevious = joined.Previous is { } previous ? state.SeatByPrevious.SetItem(previous.Seat, joined.Seat) : state.SeatByPrevious,
        };
    }

    private static int NextToAnswer(Phase phase) => phase switch
    {
        Phase.GetReady ready => ready.Round,
        Phase.Asking asking => asking.Round,
        Phase.Revealing revealing => revealing.Round + 1,
        Phase.Standings standings => standings.Round + 1,
        _ => 0,
    };

    private static GameState Kick(GameState state, int seat)
    {
        if (state.PlayerAt(seat) is not { Kicked: false } player)
            return state;
        return state with
        {
            Players = Ranking.CloseGap(state.Players.SetItem(seat, player with { Kicked = true, Pending = null, Rank = 0 }), ModeRules.Of(state)),
            PlayerCount = state.PlayerCount - 1,
            Phase = state.Phase is Phase.Asking asking && player.Pending is not null ? asking with { Answered = asking.Answered - 1 } : state.Phase,
            Skipped = state.Skipped is { } skipped ? skipped with { Answers = skipped.Answers.Remove(seat) } : null,
        };
    }

    private static GameState Rename(GameState state, PlayerRenamed renamed)
    {
        if (state.PlayerAt(renamed.Seat) is not { } player)
            return state;
        return state with
        {
            Players = state.Players.SetItem(player.Seat, player with { Nickname = renamed.Nickname, Approved = true }),
            SeatByNickname = Naming.Take(Naming.Free(state.SeatByNickname, player), renamed.Nickname, player.Seat),
        };
    }

    private static GameState Approve(GameState state, NamesApproved approved)
    {
        var players = state.Players.ToBuilder();
        foreach (var seat in approved.Seats)
        {
            if (seat >= 0 && seat < players.Count)
                players[seat] = players[seat] with { Approved = true };
        }
        return state with { Players = players.ToImmutable() };
    }

    private static GameState Remember(GameState state, Guid operation)
    {
        var operations = state.Operations.Add(operation);
        return state with { Operations = operations.Count > GameState.RememberedOperations ? operations.RemoveAt(0) : operations };
    }

    private static GameState Answer(GameState state, AnswerAccepted accepted)
    {
        if (state.PlayerAt(accepted.Seat) is not { Pending: null, Kicked: false } player
            || state.Phase is not Phase.Asking asking
            || accepted.Answer.Round != asking.Round)
        {
            return state;
        }
        return state with
        {
            Players = state.Players.SetItem(player.Seat, player with { Pending = accepted.Answer }),
            Phase = asking with { Answered = asking.Answered + 1 },
        };
    }

    private static Phase Shift(Phase phase, long resumedAtMs, long byMs) => phase switch
    {
        Phase.GetReady ready => ready with { EndsAtMs = ready.EndsAtMs + byMs },
        Phase.Asking asking => asking with
        {
            OpensAtMs = asking.OpensAtMs + byMs,
            ClosesAtMs = asking.ClosesAtMs + byMs,
            ResumedAtMs = Math.Max(resumedAtMs, asking.OpensAtMs + byMs),
        },
        Phase.Revealing revealing => revealing with { EndsAtMs = revealing.EndsAtMs + byMs },
        Phase.Standings standings => standings with { EndsAtMs = standings.EndsAtMs + byMs },
        _ => phase,
    };

    private static GameState Close(GameState state, QuestionClosed closed)
    {
        var question = state.Quiz.Questions[closed.Round];
        var mode = ModeRules.Of(state);
        var players = state.Players.ToBuilder();
        ImmutableArray<(Player Player, Answer? Answer)> playing =
            [.. state.Players.Where(player => !player.Kicked).Select(player => (player, player.Pending?.Better()))];
        foreach (var (player, answer) in playing)
            players[player.Seat] = Count(player, closed.Round, question, answer, mode);
        var summary = new RoundSummary(
            closed.Round, question.Prompt, playing.Count(one => one.Answer is not null), playing.Count(one => one.Answer?.Verdict == Verdict.Correct),
            Skipped: false, state.PlayerCount, question.IsScored())
        {
            Hints = playing.Count(one => one.Player.Hints.Contains(closed.Round)),
            PowerUps = playing.Count(one => one.Player.PowerUpOn(closed.Round) is not null),
        };
        var credited = Teams.Credit(state, players.ToImmutable(), closed.Round);
        return Enter(
            state with
            {
                // A question that scores nothing leaves the ranks, and what they are compared with, as they are.
                Players = question.IsScored() ? Ranking.AfterRound(credited, mode) : credited,
                Rounds = state.Rounds.Add(summary),
            },
            new Phase.Revealing(closed.Round, closed.EndsAtMs, closed.Tally),
            closed.AtMs);
    }

    /// <summary>What the round changes for one player.</summary>
    private static Player Count(Player player, int round, Question question, Answer? counted, ModeRules mode)
    {
        var after = player with { Streak = Scoring.StreakAfter(player, round, player.Streak, question, counted?.Verdict) };
        if (counted is { } answer)
            after = after with { Score = player.Score + answer.Points + answer.StreakBonus, Answers = player.Answers.Add(answer), Pending = null };
        var isForgiven = counted?.Verdict is null or Verdict.Wrong && PowerUpRules.On(player, round).ForgivesMiss;
        return isForgiven ? after : mode.Remember(after, round, question, counted?.Verdict);
    }

    private static GameState Skip(GameState state, QuestionSkipped skipped)
    {
        var question = state.Quiz.Questions[skipped.Round];
        var summary = new RoundSummary(skipped.Round, question.Prompt, 0, 0, Skipped: true, Scored: question.IsScored());
        var answers = state.Players.Where(player => player.Pending is not null).ToImmutableSortedDictionary(player => player.Seat, player => player.Pending!);
        return PowerUpEvolution.TakeBack(DropPending(state) with { Rounds = state.Rounds.Add(summary), Skipped = new(state.Phase, skipped.AtMs, answers) });
    }

    private static GameState UndoSkip(GameState state, SkipUndone undone)
    {
        if (state.Skipped is not { } skipped || skipped.Round != undone.Round)
            return state;
        var phase = Shift(skipped.Phase, undone.AtMs, undone.ShiftMs);
        var entered = Enter(state, phase is Phase.Asking asking ? asking with { Answered = skipped.Answers.Count } : phase, undone.AtMs);
        return PowerUpEvolution.UseAgain(skipped, entered with
        {
            Players = state.Players.ConvertAll(player => player with
            {
                Pending = skipped.Answers.GetValueOrDefault(player.Seat),
                // Who joined since the skip can answer the reopened question.
                FirstRound = Math.Min(player.FirstRound, skipped.Round),
            }),
            Rounds = state.Rounds.RemoveAt(state.Rounds.Count - 1),
            Skipped = null,
        });
    }

    private static GameState Finish(GameState state, SessionFinished finished) =>
        Enter(
            state with { Pause = null, Players = Series.AtEnd(state, Ranking.AtEnd(state.Players, ModeRules.Of(state))) },
            new Phase.Finished(finished.Reason) { Finale = FinaleOf(state, finished) },
            finished.AtMs);

    /// <summary>There is no suspense in a game that was cut short, that one player played, or in which all have nothing.</summary>
    private static Finale? FinaleOf(GameState state, SessionFinished finished) =>
        state.Settings.FinaleMs > 0 && finished.Reason == EndReason.Completed && state.Players.Count(player => !player.Kicked) > 1
            && state.Players.Exists(player => player is { Kicked: false, Score: > 0 })
            ? new(finished.AtMs, finished.AtMs + state.Settings.FinaleMs)
            : null;

    private static GameState DropPending(GameState state)
    {
        if (state.Phase is not Phase.Asking { Answered: > 0 })
            return state;
        return state with { Players = state.Players.ConvertAll(player => player.Pending is null ? player : player with { Pending = null }) };
    }
}
