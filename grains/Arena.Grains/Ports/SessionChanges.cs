namespace Arena.Grains.Ports;

/// <summary>
/// What entries change in the tables that people query: written in the entries' transaction, so that it is never ahead of the log or behind
/// it. Plain rows: storage knows nothing of the game.
/// </summary>
public sealed record SessionChanges
{
    /// <summary>The entries change no table but the log.</summary>
    public static SessionChanges None { get; } = new();

    /// <summary>When the first question was announced, if it was with these entries.</summary>
    public long? StartedAtMs { get; init; }

    /// <summary>When the session ended, if it did with these entries: its code becomes free and its journal is closed.</summary>
    public long? EndedAtMs { get; init; }

    /// <summary>Seats that were taken.</summary>
    public IReadOnlyList<PlayerJoining> Joined { get; init; } = [];

    /// <summary>Players of earlier entries with another name now, each once.</summary>
    public IReadOnlyList<PlayerName> Renamed { get; init; } = [];

    /// <summary>Answers that were given.</summary>
    public IReadOnlyList<AnswerGiven> Answers { get; init; } = [];

    /// <summary>Answers of earlier entries that award something else now: nothing, if they were voided; the row stays.</summary>
    public IReadOnlyList<AnswerAward> Awards { get; init; } = [];

    /// <summary>Scores as they are now, of those players for whom they have changed.</summary>
    public IReadOnlyList<PlayerScore> Scores { get; init; } = [];
}

/// <summary>A seat that was taken.</summary>
public sealed record PlayerJoining(Guid PlayerId, string Nickname, long JoinedAtMs);

/// <summary>A player's name as it is now.</summary>
public sealed record PlayerName(Guid PlayerId, string Nickname);

/// <summary>The one answer of a player to a question.</summary>
/// <param name="AnswerId">Of the row.</param>
/// <param name="QuestionId">In the session's copy of the quiz.</param>
/// <param name="PlayerId">Who.</param>
/// <param name="PayloadJson">What, as a JSON object.</param>
/// <param name="AnsweredAtMs">The stamp that it got when it reached a gateway.</param>
/// <param name="LatencyMs">The time that was scored.</param>
/// <param name="ScoreAwarded">What it adds to the score when its question is closed; 0 if it does not count.</param>
public sealed record AnswerGiven(
    Guid AnswerId, Guid QuestionId, Guid PlayerId, string PayloadJson, long AnsweredAtMs, int LatencyMs, int ScoreAwarded);

/// <summary>What an answer awards now.</summary>
/// <param name="AnswerId">Of the row.</param>
/// <param name="ScoreAwarded">What it adds to the score.</param>
public sealed record AnswerAward(Guid AnswerId, int ScoreAwarded)
{
    /// <summary>The answer that counts now, of a player who gave two; null if it is the one of the row.</summary>
    public CountedAnswer? Counted { get; init; }
}

/// <summary>What a row says of an answer.</summary>
/// <param name="PayloadJson">What, as a JSON object.</param>
/// <param name="AnsweredAtMs">The stamp that it got when it reached a gateway.</param>
/// <param name="LatencyMs">The time that was scored.</param>
public sealed record CountedAnswer(string PayloadJson, long AnsweredAtMs, int LatencyMs);

/// <summary>Where a player stands.</summary>
/// <param name="PlayerId">Who.</param>
/// <param name="Total">The score.</param>
/// <param name="Streak">Correct answers in a row.</param>
/// <param name="AtMs">When it changed.</param>
/// <param name="FinalRank">From 1, once the game is over; null before, and for a player who was removed.</param>
public sealed record PlayerScore(Guid PlayerId, long Total, int Streak, long AtMs, int? FinalRank);
