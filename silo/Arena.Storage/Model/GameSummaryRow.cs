namespace Arena.Storage.Model;

/// <summary>What came of a game that ended (table <c>game_summary</c>), derived from its events.</summary>
public sealed class GameSummaryRow
{
    public Guid SessionId { get; set; }
    public Guid QuizId { get; set; }

    /// <summary>When the first question was announced; null if none was.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset EndedAt { get; set; }

    /// <summary>Seats that were taken.</summary>
    public int Players { get; set; }

    /// <summary>Answers that were accepted.</summary>
    public int Answers { get; set; }

    /// <summary>The sum of all scores.</summary>
    public long Points { get; set; }
}
