using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>A player picks another face, as long as the game has not begun: later it is how the others know the player.</summary>
internal static class FaceChanging
{
    public static Decision Decide(GameState state, GameCommand.ChangeFace change, long nowMs)
    {
        if (Seating.Find(state, change.Seat, change.Issue, out var notSeated) is not { } player)
            return notSeated;
        if (change.To is < 0 or >= GameLimits.Faces)
            return GameErrorCode.OutOfRange;
        // Done already, or overtaken by a later change.
        if (player.ShownFace == change.To || player.ShownFace != change.From)
            return Decision.Nothing;
        if (state.Ended)
            return GameErrorCode.SessionEnded;
        return state.Phase is Phase.Lobby ? new FaceChanged(nowMs, player.Seat, change.To) : GameErrorCode.NotNow;
    }
}
