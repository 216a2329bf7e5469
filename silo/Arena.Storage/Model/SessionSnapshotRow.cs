namespace Arena.Storage.Model;

/// <summary>What the first entries of a session's log come to (table <c>session_snapshot</c>): a cache, at most one for a session.</summary>
public sealed class SessionSnapshotRow
{
    public Guid SessionId { get; set; }

    /// <summary>Of the last entry that is in it.</summary>
    public long Version { get; set; }

    /// <summary>The form of the payload.</summary>
    public required string Type { get; set; }

    public required byte[] Payload { get; set; }

    /// <summary>When the last entry that is in it happened.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
