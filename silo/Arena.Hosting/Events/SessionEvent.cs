namespace Arena.Hosting.Events;

/// <summary>
/// One entry of a session's journal, on the stream of that session. Delivered at least once: who must not count it twice keeps the last
/// <paramref name="Version"/>.
/// </summary>
/// <param name="Position">Its place among the entries of all sessions.</param>
/// <param name="SessionId">Whose it is.</param>
/// <param name="Version">Its place in the session, from 1.</param>
/// <param name="Type">Its stable name.</param>
/// <param name="PayloadJson">What happened.</param>
/// <param name="AtMs">When, in Unix milliseconds.</param>
[GenerateSerializer, Immutable, Alias("arena.SessionEvent")]
public sealed record SessionEvent(
    [property: Id(0)] long Position, [property: Id(1)] Guid SessionId, [property: Id(2)] long Version, [property: Id(3)] string Type,
    [property: Id(4)] string PayloadJson, [property: Id(5)] long AtMs);
