namespace Arena.Storage.Model;

/// <summary>How far a consumer has applied a session's events (table <c>event_inbox</c>): written with the effect, so that it happens once.</summary>
public sealed class EventInboxRow
{
    public Guid SessionId { get; set; }
    public required string Consumer { get; set; }

    /// <summary>Of the last event that had an effect.</summary>
    public long Version { get; set; }
}
