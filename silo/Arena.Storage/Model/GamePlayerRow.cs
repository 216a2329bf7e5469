namespace Arena.Storage.Model;

/// <summary>A player's seat in one game (table <c>game_player</c>).</summary>
public sealed class GamePlayerRow
{
    public Guid Id { get; set; }
    public Guid SessionId { get; set; }

    /// <summary>Null for a guest.</summary>
    public Guid? UserId { get; set; }

    public required string Nickname { get; set; }
    public DateTimeOffset JoinAt { get; set; }
    public Guid? TeamId { get; set; }
}
