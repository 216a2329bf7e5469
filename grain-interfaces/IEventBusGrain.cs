using System.Collections.Immutable;

namespace Arena.GrainInterfaces;

/// <summary>What administrators ask of the event bus. Key: 0. It lives on silos of consumers.</summary>
[Alias("arena.IEventBusGrain")]
public interface IEventBusGrain : IGrainWithIntegerKey
{
    /// <summary>How far the queues are, and which consumers there are.</summary>
    [Alias("Status"), ResponseTimeout(GrainCallTimings.Entry)]
    Task<EventBusStatus> Status(CancellationToken cancel = default);

    /// <summary>
    /// Lets a consumer start over in every session that has an event behind a position: from the session's first event. Safe to repeat.
    /// </summary>
    /// <returns>How many sessions that are; null if no consumer has the name, or it sends messages and cannot start over.</returns>
    [Alias("Replay")]
    Task<int?> Replay(string consumer, long after);
}

/// <summary>The state of the event bus.</summary>
/// <param name="Queues">All of them, by number.</param>
/// <param name="Consumers">By name.</param>
[GenerateSerializer, Immutable, Alias("arena.EventBusStatus")]
public sealed record EventBusStatus([property: Id(0)] ImmutableArray<EventQueueStatus> Queues, [property: Id(1)] ImmutableArray<EventConsumerStatus> Consumers);

/// <summary>A queue of the event log.</summary>
/// <param name="Queue">Its number.</param>
/// <param name="Delivered">The position of its checkpoint: all before it was delivered.</param>
/// <param name="LagMs">The age of the first event behind the checkpoint, in milliseconds; 0 if there is none.</param>
[GenerateSerializer, Immutable, Alias("arena.EventQueueStatus")]
public sealed record EventQueueStatus([property: Id(0)] int Queue, [property: Id(1)] long Delivered, [property: Id(2)] long LagMs);

/// <summary>A consumer of events.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CanReplay">Whether it can start over.</param>
[GenerateSerializer, Immutable, Alias("arena.EventConsumerStatus")]
public sealed record EventConsumerStatus([property: Id(0)] string Name, [property: Id(1)] bool CanReplay);
