namespace Arena.Storage.Model;

/// <summary>A consumer that is behind in a session (table <c>event_backlog</c>): see <see cref="Arena.Grains.Ports.EventBacklog"/>.</summary>
public sealed class EventBacklogRow
{
    public Guid SessionId { get; set; }
    public required string Consumer { get; set; }
    public long Version { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public string? Error { get; set; }
    public bool StartsOver { get; set; }
}
