namespace Arena.Storage.Model;

/// <summary>An event that a consumer could not handle (table <c>event_dead_letter</c>). The event itself is in the log.</summary>
public sealed class EventDeadLetterRow
{
    public long Id { get; set; }
    public Guid SessionId { get; set; }
    public required string Consumer { get; set; }
    public long Version { get; set; }
    public required string Type { get; set; }
    public int Attempts { get; set; }
    public required string Error { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>An administrator wants it to be tried once more.</summary>
    public bool WantedAgain { get; set; }
}
