namespace Arena.Storage.Model;

/// <summary>One journal entry (table <c>event_log</c>), and the event bus of those who tail it.</summary>
public sealed class EventLogRow
{
    /// <summary>Place in the global order of all sessions' entries.</summary>
    public long Id { get; set; }

    public Guid SessionId { get; set; }

    /// <summary>Place in the session, from 1, without gaps.</summary>
    public long Version { get; set; }

    /// <summary>The epoch of the activation that wrote it.</summary>
    public long Epoch { get; set; }

    public required string Type { get; set; }

    /// <summary>Kept as text byte for byte: readers may depend on the order of the properties.</summary>
    public required string PayloadJson { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
