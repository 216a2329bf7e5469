namespace Arena.Storage.Model;

/// <summary>The one answer of a player to a question (table <c>player_answer</c>).</summary>
public sealed class PlayerAnswerRow
{
    public Guid Id { get; set; }
    public Guid SessionId { get; set; }

    /// <summary>The question in the session's own copy of the quiz. No foreign key: the library's may have been deleted.</summary>
    public Guid QuestionId { get; set; }

    public Guid PlayerId { get; set; }

    /// <summary>The answer, as a JSON object.</summary>
    public required string AnswerPayload { get; set; }

    public DateTimeOffset AnsweredAt { get; set; }
    public int LatencyMs { get; set; }
    public int ScoreAwarded { get; set; }
}
