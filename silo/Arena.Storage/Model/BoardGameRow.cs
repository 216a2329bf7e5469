namespace Arena.Storage.Model;

/// <summary>A game that counts on boards (table <c>board_game</c>), derived from its events.</summary>
public sealed class BoardGameRow
{
    public Guid SessionId { get; set; }
    public Guid QuizId { get; set; }

    /// <summary>The month in which it ended, in UTC, as <c>2026-11</c>.</summary>
    public required string Season { get; set; }
}
