namespace Arena.Grains.Ports;

/// <summary>All journals as one stream, for those who derive something from them and keep a checkpoint of their own.</summary>
/// <remarks>
/// Positions only grow, and nothing ever appears at or before a position that a page has reached: an entry that is not yet committed holds
/// back those behind it. Of one session the entries come in the order of their versions. Positions have gaps.
/// </remarks>
public interface IEventFeed
{
    /// <summary>The entries that follow a checkpoint.</summary>
    /// <param name="after">The position of the last entry that the consumer has dealt with; 0 for the beginning.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>In order; empty if there is nothing new.</returns>
    Task<IReadOnlyList<FeedEntry>> ReadAsync(long after, int limit, CancellationToken cancel);
}

/// <summary>An entry in the stream of all sessions.</summary>
/// <param name="Position">Its place, which is the consumer's checkpoint once it has been dealt with.</param>
/// <param name="SessionId">Whose it is.</param>
/// <param name="Version">Its place in the session.</param>
/// <param name="Entry">The event.</param>
public sealed record FeedEntry(long Position, Guid SessionId, long Version, JournalEntry Entry);
