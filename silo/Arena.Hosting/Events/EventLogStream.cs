using System.Globalization;
using Arena.Grains.Configuration;
using Arena.Grains.Ports;
using Arena.Hosting.GrainStorage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Providers.Streams.Common;
using Orleans.Storage;
using Orleans.Streams;

namespace Arena.Hosting.Events;

/// <summary>
/// The event log as Orleans streams: one stream a session, of <see cref="SessionEvent"/>. The log is the queue: nothing is written for it but
/// how far it was delivered, and only the journal writes to it.
/// </summary>
/// <remarks>
/// The requirements on Orleans' pulling agents, and where it is tested (<c>EventBusTests</c>):
/// <list type="bullet">
/// <item>A delivery is repeated until the consumer's grain takes it (no <c>MaxEventDeliveryTime</c>): an event that a consumer cannot handle is
/// the grain's matter, so only outages are left, and then the queue has to wait.</item>
/// <item>The streams are not rewindable: a grain that received a newer token from another agent must not skip what this one has.</item>
/// <item>Only implicit subscriptions: no session costs a row of a rendezvous grain.</item>
/// </list>
/// </remarks>
internal sealed class EventLogStream : IQueueAdapterFactory, IQueueAdapter
{
    /// <summary>The stream provider, and the namespace of its streams.</summary>
    public const string Name = "arena.events";

    /// <summary>Batches of one queue in memory, in ten parts: a part is let go of when all its batches are delivered.</summary>
    private const int CachedBatches = 1_000;

    /// <summary>Of the agents' timers: how late a signal is noticed. A tick without a signal reads nothing; one read serves all commits of a period.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan IdleStream = TimeSpan.FromMinutes(5);

    private readonly IServiceProvider _services;
    private readonly SimpleQueueAdapterCache _cache;

    private EventLogStream(IServiceProvider services)
    {
        _services = services;
        _cache = new(new SimpleQueueCacheOptions { CacheSize = CachedBatches }, Name, services.GetRequiredService<ILoggerFactory>());
    }

    string IQueueAdapter.Name => Name;

    public bool IsRewindable => false;

    public StreamProviderDirection Direction => StreamProviderDirection.ReadOnly;

    /// <summary>The stream of a session.</summary>
    public static StreamId Of(Guid sessionId) => StreamId.Create(Name, sessionId.ToString("N", CultureInfo.InvariantCulture));

    /// <summary>Publishes the events to the grains of silos of consumers. For such silos only.</summary>
    public static ISiloBuilder Offer(ISiloBuilder silo) => silo.AddPersistentStreams(Name, (services, _) => new EventLogStream(services), streams =>
    {
        streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly);
        streams.ConfigurePartitionBalancing((services, _) => ActivatorUtilities.CreateInstance<ConsumerQueueBalancer>(services));
        streams.ConfigurePullingAgent(agent => agent.Configure(options =>
        {
            options.GetQueueMsgsTimerPeriod = Period;
            options.MaxEventDeliveryTime = Timeout.InfiniteTimeSpan;
            options.StreamInactivityPeriod = IdleStream;
        }));
    });

    public Task<IQueueAdapter> CreateAdapter() => Task.FromResult<IQueueAdapter>(this);

    public IQueueAdapterCache GetQueueAdapterCache() => _cache;

    public IStreamQueueMapper GetStreamQueueMapper() => EventQueueMapper.Instance;

    public Task<IStreamFailureHandler> GetDeliveryFailureHandler(QueueId queueId) =>
        Task.FromResult<IStreamFailureHandler>(new NoOpStreamDeliveryFailureHandler());

    public IQueueAdapterReceiver CreateReceiver(QueueId queueId) => new EventLogReceiver(
        (int)queueId.GetNumericId(),
        _services.GetRequiredService<IEventFeed>(),
        _services.GetRequiredService<EventSignal>(),
        _services.GetRequiredKeyedService<IGrainStorage>(GrainStorageHosting.Storage),
        _services.GetRequiredService<IOptions<EventOptions>>().Value,
        TimeProvider.System);

    public Task QueueMessageBatchAsync<T>(
        StreamId streamId, IEnumerable<T> events, StreamSequenceToken? token, Dictionary<string, object>? requestContext) =>
        throw new NotSupportedException("The event log is written by the sessions alone.");
}
