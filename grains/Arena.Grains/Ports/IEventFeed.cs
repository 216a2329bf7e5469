namespace Arena.Grains.Ports;

/// <summary>All journals as one log, in <see cref="EventQueues.Count"/> queues, for the event bus.</summary>
/// <remarks>
/// Positions only grow, and nothing ever appears at or before a position that a page has reached: an entry that is not yet committed holds
/// back those behind it. Of one session the entries come in the order of their versions. Positions have gaps.
/// </remarks>
public interface IEventFeed
{
    /// <summary>The entries of a queue that follow a position.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="after">A position that an earlier page has reached; 0 for the beginning.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancel">Stops the reading.</param>
    Task<FeedPage> ReadAsync(int queue, long after, int limit, CancellationToken cancel);

    /// <summary>The entries of one session that follow a version, in order.</summary>
    Task<IReadOnlyList<SessionEvent>> ReadSessionAsync(Guid sessionId, long afterVersion, int limit, CancellationToken cancel);
}

/// <summary>A part of a queue.</summary>
/// <param name="Events">In the order of their positions; empty if there is nothing new.</param>
/// <param name="Reached">The queue has no other entries up to this position, and never will.</param>
/// <param name="IsHeldBack">Whether there may be entries behind that wait for the commit of an earlier one: look again shortly.</param>
public sealed record FeedPage(IReadOnlyList<SessionEvent> Events, long Reached, bool IsHeldBack);

/// <summary>How the log is divided.</summary>
/// <remarks>
/// The number is part of the stored checkpoints, so it is no setting: eight queues are more than silos of consumers that anyone has, and an
/// idle queue costs nothing but a wait. The share of a session follows from its id alone, so the log has no column and no index for it.
/// </remarks>
public static class EventQueues
{
    /// <summary>How many there are: a power of two, at most 16.</summary>
    public const int Count = 8;

    /// <summary>The queue of a session: the last bits of its id, which are random.</summary>
    public static int Of(Guid sessionId)
    {
        Span<byte> bytes = stackalloc byte[16];
        sessionId.TryWriteBytes(bytes);
        return bytes[15] & (Count - 1);
    }
}
