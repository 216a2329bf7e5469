namespace Arena.Hosting.Events;

/// <summary>How far the log has been delivered.</summary>
[GenerateSerializer, Alias("arena.EventLogCheckpoint")]
internal sealed class EventLogCheckpoint
{
    /// <summary>Every entry up to here has reached all who listened.</summary>
    [Id(0)]
    public long Position { get; set; }
}
