using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>Who a command of a seat is from.</summary>
internal static class Seating
{
    /// <summary>The player of a seat, or null and why the command is refused: there is none, a host removed the player, or another device has the seat now.</summary>
    /// <param name="state">Of the game.</param>
    /// <param name="seat">The seat of the command.</param>
    /// <param name="issue">Of the token that the command came with.</param>
    /// <param name="refusal">Meaningful without a player only.</param>
    public static Player? Find(GameState state, int seat, int issue, out GameErrorCode refusal)
    {
        var player = state.PlayerAt(seat);
        (player, refusal) = player switch
        {
            null => (null, GameErrorCode.UnknownSeat),
            { Kicked: true } => (null, GameErrorCode.Kicked),
            _ when issue != player.Issue => (null, GameErrorCode.SeatHandedOver),
            _ => (player, default(GameErrorCode)),
        };
        return player;
    }
}
