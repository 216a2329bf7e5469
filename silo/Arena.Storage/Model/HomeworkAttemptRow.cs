namespace Arena.Storage.Model;

/// <summary>A player's attempt at a homework: a session of its own (table <c>homework_attempt</c>).</summary>
public sealed class HomeworkAttemptRow
{
    /// <summary>The session. No foreign key: the row is written first.</summary>
    public Guid SessionId { get; set; }

    public Guid HomeworkId { get; set; }
    public Guid PlayerId { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    /// <summary>The session's code.</summary>
    public required string Code { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When the session ended; null before. What follows is written with it.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the last answer was given, or null without one.</summary>
    public DateTimeOffset? LastAnswerAt { get; set; }

    public int Points { get; set; }

    /// <summary>Right answers.</summary>
    public int Right { get; set; }

    /// <summary>Questions that can be answered right.</summary>
    public int Scored { get; set; }

    /// <summary>What became of each question, in the order of the quiz: a letter for each.</summary>
    public string? Outcomes { get; set; }
}
