namespace Arena.Storage.Model;

/// <summary>
/// One game and the head of its journal (table <c>game_session</c>). The journal alone writes it: <see cref="Epoch"/> and
/// <see cref="Version"/> are the fence of every append.
/// </summary>
public sealed class GameSessionRow
{
    public Guid Id { get; set; }

    /// <summary>The played quiz. No foreign key: a session has its own copy and outlives the quiz.</summary>
    public Guid QuizId { get; set; }

    public Guid? HostId { get; set; }

    /// <summary>The join code: unique among live sessions, free again once this one has ended.</summary>
    public required string Code { get; set; }

    public SessionStatus Status { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public required string ConfigJson { get; set; }

    /// <summary>Raised each time an activation opens the journal.</summary>
    public long Epoch { get; set; }

    /// <summary>That of the last entry in <c>event_log</c>.</summary>
    public long Version { get; set; }
}
