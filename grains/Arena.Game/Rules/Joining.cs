using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>Taking a seat.</summary>
internal static class Joining
{
    public static Decision Decide(GameState state, GameCommand.Join join, long nowMs)
    {
        if (state.SeatByOperation.TryGetValue(join.OperationId, out var taken))
            return state.Players[taken].Kicked ? GameErrorCode.Kicked : Decision.Nothing;
        if (state.VoidOperations.Contains(join.OperationId))
            return GameErrorCode.SeatHandedOver;
        if (join.Previous is { } previous && (state.Series is null || previous.Seat < 0 || previous.Points < 0))
            return GameErrorCode.OutOfRange;
        if (join.Previous is { Seat: var before } && state.SeatByPrevious.TryGetValue(before, out var own))
            return state.Players[own].Kicked ? GameErrorCode.Kicked : Decision.Nothing;
        if (WhyClosed(state) is { } closed)
            return closed;
        if (Naming.Check(state, join.Nickname, join.Unfit, seat: null, out var nickname) is { } refusal)
            return refusal;
        if (join.Face is < 0 or >= GameLimits.Faces)
            return GameErrorCode.OutOfRange;
        if (join.Team is { } chosen && !Teams.Exists(state, chosen))
            return GameErrorCode.OutOfRange;
        return new PlayerJoined(nowMs, state.Players.Count, nickname, join.OperationId)
        {
            Face = join.Face,
            Team = join.Team ?? Teams.Smallest(state),
            IsHeld = join.IsHeld,
            Previous = join.Previous,
        };
    }

    /// <summary>Why no new player can join now, regardless of the request; null while joining is open.</summary>
    public static GameErrorCode? WhyClosed(GameState state) => state switch
    {
        { Ended: true } => GameErrorCode.SessionEnded,
        { Locked: true } => GameErrorCode.SessionLocked,
        { Settings.LateJoin: false, Phase: not Phase.Lobby } => GameErrorCode.NoLateJoin,
        _ when state.PlayerCount >= state.Settings.MaxPlayers => GameErrorCode.SessionFull,
        _ => null,
    };

    /// <summary>Whether a seat can go to another device, and it then is the device's as if it had joined with the operation.</summary>
    public static Decision HandOver(GameState state, GameCommand.HandOverSeat handOver, long nowMs)
    {
        if (state.PlayerAt(handOver.Seat) is not { } player)
            return GameErrorCode.UnknownSeat;
        if (player.Kicked)
            return GameErrorCode.Kicked;
        if (state.SeatByOperation.TryGetValue(handOver.OperationId, out var taken))
            return taken == player.Seat ? Decision.Nothing : GameErrorCode.InvalidMessage;
        if (state.VoidOperations.Contains(handOver.OperationId))
            return GameErrorCode.SeatHandedOver;
        return state.Ended ? GameErrorCode.SessionEnded : new SeatHandedOver(nowMs, player.Seat, handOver.OperationId);
    }
}
