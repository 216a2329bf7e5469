namespace Arena.Storage.Model;

/// <summary>A player's seat in one game (table <c>game_player</c>).</summary>
public sealed class GamePlayerRow
{
    /// <summary>In place of the name of a player whose account was deleted. No player has it.</summary>
    public const string ErasedName = "";

    public Guid Id { get; set; }
    public Guid SessionId { get; set; }

    /// <summary>Null for a guest.</summary>
    public Guid? UserId { get; set; }

    /// <summary>As it was accepted, or <see cref="ErasedName"/>.</summary>
    public required string Nickname { get; set; }
    public DateTimeOffset JoinAt { get; set; }
    public Guid? TeamId { get; set; }
}
