namespace Arena.Storage.Model;

/// <summary>How a game that ended went (table <c>game_figures</c>), derived from its events: nothing of a player.</summary>
public sealed class GameFiguresRow
{
    public Guid SessionId { get; set; }
    public Guid QuizId { get; set; }
    public DateTimeOffset EndedAt { get; set; }

    /// <summary>In which it ended, in UTC: the year times 100, and the month.</summary>
    public int Month { get; set; }

    /// <summary>Who answered at least once.</summary>
    public int Players { get; set; }

    /// <summary>Right answers to the questions where an answer can be right.</summary>
    public int Right { get; set; }

    /// <summary>How many there could have been.</summary>
    public int Asked { get; set; }
}
