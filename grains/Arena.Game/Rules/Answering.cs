using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Rules.Modes;
using Arena.Game.Rules.PowerUps;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>
/// Judging an answer. Its time is the stamp it got when it reached a gateway, less the player's link delay up to a cap: neither backlog in
/// the server nor what a client claims can bend it.
/// </summary>
internal static class Answering
{
    /// <summary>
    /// The published cap on link compensation, in milliseconds. A client that holds its echoes back gets all of it: in the window it wins
    /// P * 649 / (2 T) at most, since full points end at <see cref="Scoring.FullPointsMs"/>, and after the close the fewest points of the window.
    /// </summary>
    public const int CompensationCapMs = 150;

    /// <summary>
    /// How much older than now a stamp may be, on the game's clock: more than any queue here can grow, so that a broken gateway clock cannot
    /// reach far back. While the clock stands nothing grows older: an answer that waited for the server to come back keeps its time.
    /// </summary>
    public const int MaxStampAgeMs = 10_000;

    public static Decision Decide(GameState state, GameCommand.SubmitAnswer submitted, long nowMs)
    {
        if (state.PlayerAt(submitted.Seat) is not { } player)
            return GameErrorCode.UnknownSeat;
        if (player.Kicked)
            return GameErrorCode.Kicked;
        var given = player.AnswerTo(submitted.Round) ?? SkippedAnswer(state, submitted);
        if (given?.OperationId == submitted.OperationId)
            return new Decision.Accepted([]) { Standing = given };
        if (given?.Other?.OperationId == submitted.OperationId)
            return new Decision.Accepted([]) { Standing = given.Other };
        if (submitted.Issue != player.Issue)
            return GameErrorCode.SeatHandedOver;
        var first = AwaitsSecond(player, submitted.Round) ? given : null;
        if (given is not null && first is null)
            return GameErrorCode.AlreadyAnswered;
        if (state.Ended)
            return GameErrorCode.SessionEnded;
        if (WhenNotOpen(state, submitted.Round) is { } refusal)
            return refusal;

        var asking = (Phase.Asking)state.Phase;
        var question = state.Quiz.Questions[asking.Round];
        if (submitted.Value is null)
            return GameErrorCode.InvalidMessage;
        if (question.Normalize(submitted.Value, out var value) is { } unfit)
            return unfit;
        if (submitted.Unfit && state.Settings.FilterNames)
            return GameErrorCode.AnswerUnfit;
        if (!ModeRules.Of(state).Takes(submitted.Stake, question) || (first is not null && submitted.Stake != first.Stake))
            return GameErrorCode.StakeUnfit;

        var standsAtMs = Math.Min(Math.Max(state.Pause?.AtMs ?? nowMs, 0), nowMs);
        var stampMs = Math.Clamp(submitted.StampMs, standsAtMs - MaxStampAgeMs, nowMs);
        var linkDelayMs = Math.Clamp(submitted.LinkDelayMs, 0, CompensationCapMs);
        var closesAtMs = TimeAccommodation.ClosesAtMs(asking, player);
        if (stampMs < asking.OpensAtMs)
            return GameErrorCode.TooEarly;
        if (stampMs < asking.ResumedAtMs || (state.Pause is { } pause && stampMs > pause.AtMs))
            return GameErrorCode.Paused;
        if (stampMs - linkDelayMs > closesAtMs)
            return GameErrorCode.TooLate;

        var rawMs = (int)Math.Min(stampMs - asking.OpensAtMs, int.MaxValue);
        // Sent in time as far as can be known: it counts, as if it had arrived at the close and no earlier.
        var compensationMs = stampMs > closesAtMs ? (int)(stampMs - closesAtMs) : linkDelayMs;
        var judgement = question.Judge(value);
        var answer = new Answer(
            asking.Round, submitted.OperationId, value, stampMs, rawMs, compensationMs, judgement.Verdict, judgement.Share, Points: 0, StreakBonus: 0)
        {
            Stake = submitted.Stake,
            IsSecond = first is not null,
        };
        var (points, bonus) = Scoring.Earn(state, player, answer, player.Streak + 1);
        answer = answer with { Points = points, StreakBonus = bonus };
        return first is null ? new AnswerAccepted(nowMs, player.Seat, answer) : new SecondAnswerAccepted(nowMs, player.Seat, answer);
    }

    /// <summary>Whether a player has answered the open question, and cannot answer it again.</summary>
    public static bool IsDone(Player player, int round) => player.Pending is not null && !AwaitsSecond(player, round);

    private static bool AwaitsSecond(Player player, int round) => player.Pending is { Other: null } && PowerUpRules.On(player, round).AllowsSecond;

    /// <summary>An answer to a skipped question counts again if the skip is undone: repeating it is acknowledged as before.</summary>
    private static Answer? SkippedAnswer(GameState state, GameCommand.SubmitAnswer submitted) =>
        state.Skipped is { } skipped && skipped.Round == submitted.Round ? skipped.Answers.GetValueOrDefault(submitted.Seat) : null;

    /// <summary>Why nothing can be done about a question now, or null if it is the one that is asked.</summary>
    public static GameErrorCode? WhenNotOpen(GameState state, int round) => state.Phase switch
    {
        _ when round < 0 || round >= state.Quiz.Questions.Length => GameErrorCode.OutOfRange,
        Phase.Asking asking when asking.Round == round => null,
        Phase.Asking asking => round < asking.Round ? GameErrorCode.TooLate : GameErrorCode.TooEarly,
        Phase.GetReady ready => round < ready.Round ? GameErrorCode.TooLate : GameErrorCode.TooEarly,
        Phase.Revealing revealing => round <= revealing.Round ? GameErrorCode.TooLate : GameErrorCode.TooEarly,
        Phase.Standings standings => round <= standings.Round ? GameErrorCode.TooLate : GameErrorCode.TooEarly,
        _ => GameErrorCode.TooEarly,
    };
}
