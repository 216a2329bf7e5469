using System.Collections.Immutable;
using Arena.Grains.Ports;

namespace Arena.Grains.Events;

/// <summary>
/// Derives something from the events of games: figures, boards, messages. Declared by
/// <see cref="EventConsumerRegistration.AddEventConsumer{T}"/>; runs on silos of the role <c>consumers</c>.
/// </summary>
/// <remarks>
/// Events come at least once, those of one session in order and never two batches at a time; sessions run side by side, so a consumer is
/// thread-safe. A batch that fails is repeated with growing pauses, its first event by itself, until that becomes a dead letter; later events
/// of the session wait for it, other sessions and consumers do not. An effect in the database goes through the inbox
/// (<c>EventInbox.ApplyOnceAsync</c>), which makes it happen once. An effect outside of it belongs into an outbox table of the consumer's own,
/// written the same way; what cannot be reached is reported by <see cref="ConsumerUnavailableException"/>: handling has a time limit (<c>Arena:Events:HandleTimeoutMs</c>), and the session's other consumers wait that long.
/// </remarks>
public interface IEventConsumer
{
    /// <summary>Its key in the database, permanently: 2 to 40 of <c>a-z</c>, <c>0-9</c> and <c>-</c>.</summary>
    string Name { get; }

    /// <summary>Handles a part of a session's events. Ignores types that it does not know.</summary>
    Task HandleAsync(SessionEvents events, CancellationToken cancel);
}

/// <summary>A consumer that can start over: what it derived can be derived again from the log. Not one that sends messages.</summary>
public interface IReplayableEventConsumer : IEventConsumer
{
    /// <summary>Removes all that it derived from a session, its inbox included (<c>EventInbox.ForgetAsync</c>). Safe to repeat.</summary>
    Task ForgetAsync(Guid sessionId, CancellationToken cancel);
}

/// <summary>A part of a session's events.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Events">At least one, in order.</param>
public sealed record SessionEvents(Guid SessionId, ImmutableArray<SessionEvent> Events)
{
    /// <summary>Whether this is a dead letter, tried again on an administrator's request: later events were handled before.</summary>
    public bool IsDeadLetter { get; init; }
}
