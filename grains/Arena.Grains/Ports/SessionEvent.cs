namespace Arena.Grains.Ports;

/// <summary>One entry of a session's journal, as it is published. Delivered at least once, in the order of the versions of its session.</summary>
/// <param name="Position">Its place among the entries of all sessions. Positions have gaps.</param>
/// <param name="SessionId">Whose it is.</param>
/// <param name="Version">Its place in the session, from 1, without gaps.</param>
/// <param name="Type">Its stable name.</param>
/// <param name="PayloadJson">What happened.</param>
/// <param name="AtMs">When, in Unix milliseconds.</param>
[GenerateSerializer, Immutable, Alias("arena.SessionEvent")]
public sealed record SessionEvent(
    [property: Id(0)] long Position, [property: Id(1)] Guid SessionId, [property: Id(2)] long Version, [property: Id(3)] string Type,
    [property: Id(4)] string PayloadJson, [property: Id(5)] long AtMs)
{
    /// <summary>The event as the journal keeps it.</summary>
    public JournalEntry ToEntry() => new(Type, PayloadJson, AtMs);
}
