namespace Arena.Storage.Model;

/// <summary>
/// A quiz that uses a medium (table <c>media_use</c>). A use that has ended is kept while a game of the quiz is live that was launched before:
/// its session has a copy of the quiz.
/// </summary>
public sealed class MediaUseRow
{
    /// <summary>No foreign key: the row outlives the quiz.</summary>
    public Guid QuizId { get; set; }

    public required string Name { get; set; }

    /// <summary>When the quiz ceased to use it or to exist; null while it uses it.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
