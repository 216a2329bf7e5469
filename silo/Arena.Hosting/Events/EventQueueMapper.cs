using System.Text;
using Arena.Grains.Ports;
using Orleans.Streams;

namespace Arena.Hosting.Events;

/// <summary>The queues of the log, and which of them a session's stream is in.</summary>
internal sealed class EventQueueMapper : IStreamQueueMapper
{
    private readonly QueueId[] _queues =
        [.. Enumerable.Range(0, EventQueues.Count).Select(number => QueueId.GetQueueId(EventLogStream.Name, (uint)number, (uint)number))];

    private EventQueueMapper()
    {
    }

    public static EventQueueMapper Instance { get; } = new();

    public IEnumerable<QueueId> GetAllQueues() => _queues;

    public QueueId GetQueueForStream(StreamId streamId) => _queues[EventQueues.Of(Guid.ParseExact(Encoding.UTF8.GetString(streamId.Key.Span), "N"))];
}
