namespace Arena.Hosting.Events;

/// <summary>How far a queue of the log has been delivered.</summary>
[GenerateSerializer, Alias("arena.EventLogCheckpoint")]
internal sealed class EventLogCheckpoint
{
    /// <summary>Every event of the queue up to here was handled by each consumer, or is in its backlog or among its dead letters.</summary>
    [Id(0)]
    public long Position { get; set; }
}
