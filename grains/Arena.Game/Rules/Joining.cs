namespace Arena.Game;

/// <summary>Taking a seat.</summary>
internal static class Joining
{
    public static Decision Decide(GameState state, GameCommand.Join join, long nowMs)
    {
        if (state.SeatByOperation.TryGetValue(join.OperationId, out var taken))
            return state.Players[taken].Kicked ? Refusal.Kicked : Decision.Nothing;
        if (state.Ended)
            return Refusal.SessionEnded;
        if (state.Locked)
            return Refusal.SessionLocked;
        if (!state.Settings.LateJoin && state.Phase is not Phase.Lobby)
            return Refusal.NoLateJoin;
        if (Naming.Check(state, join.Nickname, join.Unfit, seat: null, out var nickname) is { } refusal)
            return refusal;
        if (join.Face is < 0 or >= GameLimits.Faces)
            return Refusal.OutOfRange;
        if (join.Team is { } chosen && !Teams.Exists(state, chosen))
            return Refusal.OutOfRange;
        if (state.PlayerCount >= state.Settings.MaxPlayers)
            return Refusal.SessionFull;
        return new PlayerJoined(nowMs, state.Players.Count, nickname, join.OperationId)
        {
            Face = join.Face,
            Team = join.Team ?? Teams.Smallest(state),
        };
    }
}
