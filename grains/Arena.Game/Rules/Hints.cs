using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>A player uses the hint of the open question, for a part of its points.</summary>
internal static class Hints
{
    public static Decision Decide(GameState state, GameCommand.UseHint use, long nowMs)
    {
        if (Seating.Find(state, use.Seat, use.Issue, out var notSeated) is not { } player)
            return notSeated;
        // A hint costs once: using it again, or repeating the command, shows it again.
        if (player.Hints.Contains(use.Round))
            return Decision.Nothing;
        if (player.AnswerTo(use.Round) is not null)
            return GameErrorCode.AlreadyAnswered;
        if (state.Ended)
            return GameErrorCode.SessionEnded;
        if (Answering.WhenNotOpen(state, use.Round) is { } refusal)
            return refusal;

        if (state.Pause is not null)
            return GameErrorCode.Paused;
        var asking = (Phase.Asking)state.Phase;
        if (state.Quiz.Questions[asking.Round].Hint is null)
            return GameErrorCode.NoHint;
        if (nowMs < asking.OpensAtMs)
            return GameErrorCode.TooEarly;
        return nowMs > TimeAccommodation.ClosesAtMs(asking, player)
            ? GameErrorCode.TooLate
            : new HintUsed(nowMs, player.Seat, asking.Round, use.OperationId);
    }
}
