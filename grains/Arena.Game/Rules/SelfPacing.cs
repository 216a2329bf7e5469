using System.Collections.Immutable;
using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>
/// A session of one player without a host (<see cref="SelfPace"/>). Judging, scoring and the reveal are those of every game; what differs is who
/// moves it: the player's answer closes the question, and the player asks for the next one.
/// </summary>
internal static class SelfPacing
{
    /// <summary>Whether the settings fit each other. Lives, goals, bets, teams and power-ups would tell what feedback at the end conceals.</summary>
    public static bool Fits(SessionSettings settings) =>
        settings.Pace is not { } pace
        || (settings is { MaxPlayers: 1, Teams: 0, PowerUps: null, Mode: ClassicMode } && !(pace.FeedbackAtEnd && pace.RepeatsWrong));

    /// <summary>Whether verdicts, points and keys are still concealed from the player.</summary>
    public static bool Conceals(GameState state) => state is { Ended: false, Settings.Pace.FeedbackAtEnd: true };

    /// <summary>What the player may see meanwhile.</summary>
    public static SeatView Concealed(SeatView seat) => seat with { Score = 0, Streak = 0, Rank = 0, PreviousRank = null, ToNext = 0, Result = null };

    /// <summary>Whether the open question waits for its player, however long.</summary>
    public static bool IsUntimed(GameState state, int round) =>
        state.Settings.Pace is not null && TimeAccommodation.IsUntimed(state, state.Quiz.Questions[round]);

    /// <summary>An accepted answer closes its question.</summary>
    public static Decision AfterAnswer(GameState state, Decision answered, long nowMs) =>
        state.Settings.Pace is { } pace && answered is Decision.Accepted { Events: [AnswerAccepted accepted] }
            ? new Decision.Accepted([accepted, .. Close(Evolution.Evolve(state, accepted), pace, accepted.Answer.Round, nowMs).Events])
            : answered;

    /// <summary>The player begins, or asks for the next question.</summary>
    public static Decision Next(GameState state, GameCommand.NextQuestion next, long nowMs)
    {
        if (state.Settings.Pace is null)
            return GameErrorCode.NotNow;
        if (Seating.Find(state, next.Seat, next.Issue, out var notSeated) is null)
            return notSeated;
        if (next.Step < state.Step)
            return Decision.Nothing;
        if (state.Ended)
            return GameErrorCode.SessionEnded;
        if (next.Step > state.Step)
            return GameErrorCode.NotNow;
        if (state.Pause is not null)
            return GameErrorCode.Paused;
        return state.Phase switch
        {
            Phase.Lobby => PhaseTransitions.Ask(state, 0, nowMs),
            Phase.Asking asking when nowMs >= asking.OpensAtMs && !state.Quiz.Questions[asking.Round].TakesAnswers() => PhaseTransitions.MoveOn(state, nowMs),
            Phase.Revealing or Phase.Standings => PhaseTransitions.AfterRound(state, PhaseQuestion.RoundOf(state.Phase), nowMs),
            _ => GameErrorCode.NotNow,
        };
    }

    /// <summary>
    /// The open question is behind. With feedback at the end the next one follows at once, unless its time ran out: then its player may be away, and
    /// asks for it.
    /// </summary>
    public static Decision.Accepted Close(GameState state, SelfPace pace, int round, long nowMs)
    {
        var takesAnswers = state.Quiz.Questions[round].TakesAnswers();
        var isAnswered = state.Phase is Phase.Asking { Answered: > 0 };
        ImmutableArray<GameEvent> events = [PhaseTransitions.Closed(state, round, nowMs), .. ComesAgain(state, pace, round) ? [new QuestionRepeated(nowMs, round)] : (GameEvent[])[]];
        if (takesAnswers && !pace.FeedbackAtEnd)
            return new(events);
        var next = PhaseTransitions.AfterRound(events.Aggregate(state, Evolution.Evolve), round, nowMs);
        return new(takesAnswers && !isAnswered && next is QuestionAsked ? events.Add(new StandingsShown(nowMs, round, EndsAtMs: null)) : events.Add(next));
    }

    /// <summary>The same question once more. It is another one where questions are counted by their ids.</summary>
    public static GameState Evolve(GameState state, QuestionRepeated repeated)
    {
        var question = state.Quiz.Questions[repeated.Round];
        var again = question with { Id = IdOf(question.Id, state.Quiz.Questions.Length), Points = 0 };
        return state with { Quiz = state.Quiz with { Questions = state.Quiz.Questions.Add(again) } };
    }

    private static bool ComesAgain(GameState state, SelfPace pace, int round) =>
        pace.RepeatsWrong
        && state.Quiz.Questions[round].IsScored()
        && state.Quiz.Questions.Length < GameLimits.MaxQuestionsWithRepeats
        && !state.Players.Any(player => player.Pending?.Verdict == Verdict.Correct);

    private static Guid IdOf(Guid id, int round)
    {
        var bytes = id.ToByteArray();
        var mixed = BitConverter.ToUInt32(bytes) ^ unchecked((uint)round * 0x9E3779B1);
        return BitConverter.TryWriteBytes(bytes, mixed) ? new(bytes) : id;
    }
}
