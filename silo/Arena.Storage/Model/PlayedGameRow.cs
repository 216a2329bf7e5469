namespace Arena.Storage.Model;

/// <summary>
/// What a seat made of a game that ended (table <c>played_game</c>), derived from its events: figures, and nothing that names a player. Whose seat it
/// is, is in <c>game_player</c> as long as the game is kept.
/// </summary>
public sealed class PlayedGameRow
{
    /// <summary>The seat. No foreign key: this outlives it.</summary>
    public Guid PlayerId { get; set; }
    public Guid SessionId { get; set; }

    /// <summary>Whose it was when the game was deleted by its age; null while the game is kept.</summary>
    public Guid? UserId { get; set; }
    public DateTimeOffset EndedAt { get; set; }
    public int Points { get; set; }
    public int Rank { get; set; }
    public int Players { get; set; }
    public int Asked { get; set; }
    public int Right { get; set; }
    public int Partly { get; set; }
    public int Wrong { get; set; }
    public int Opinions { get; set; }
    public int Quick { get; set; }
    public int Streak { get; set; }
    public int Climbed { get; set; }
}
