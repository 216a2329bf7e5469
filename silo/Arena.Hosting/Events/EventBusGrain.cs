using Arena.GrainInterfaces;
using Arena.Grains.Events;
using Arena.Grains.Placement;
using Arena.Grains.Ports;
using Arena.Hosting.GrainStorage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Arena.Hosting.Events;

/// <summary>All its state is in the database, so any activation will do.</summary>
[SiloRole(SiloRole.Consumers)]
internal sealed class EventBusGrain(
    EventConsumers consumers, IEventFeed feed, IEventDeliveries deliveries, [FromKeyedServices(GrainStorageHosting.Storage)] IGrainStorage storage)
    : Grain, IEventBusGrain
{
    public async Task<EventBusStatus> Status(CancellationToken cancel) => new(
        [.. await Task.WhenAll(Enumerable.Range(0, EventQueues.Count).Select(queue => StatusAsync(queue, cancel)))],
        [.. consumers.All.OrderBy(consumer => consumer.Name, StringComparer.Ordinal).Select(consumer => new EventConsumerStatus(consumer.Name, consumer is IReplayableEventConsumer))]);

    public async Task<int?> Replay(string consumer, long after) => consumers.Find(consumer) is IReplayableEventConsumer
        ? await deliveries.StartOverAsync(consumer, after, TimeProvider.System.GetUtcNow(), CancellationToken.None)
        : null;

    private async Task<EventQueueStatus> StatusAsync(int queue, CancellationToken cancel)
    {
        var delivered = await EventLogReceiver.ReadCheckpointAsync(storage, queue);
        var page = await feed.ReadAsync(queue, delivered, limit: 1, cancel);
        var lag = page.Events is [var next, ..] ? Math.Max(0, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - next.AtMs) : 0;
        return new(queue, delivered, lag);
    }
}
