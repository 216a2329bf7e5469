using Arena.Grains.Ports;
using Arena.Hosting.GrainStorage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Providers.Streams.Common;
using Orleans.Storage;
using Orleans.Streams;

namespace Arena.Hosting.Events;

/// <summary>
/// The event log as Orleans streams, for other grains: one stream a session, of <see cref="SessionEvent"/>. The log is the queue: nothing is
/// written for it but how far it was delivered, and only the journal writes to it.
/// </summary>
internal sealed class EventLogStream : IQueueAdapterFactory, IQueueAdapter
{
    /// <summary>The stream provider, and the namespace of its streams.</summary>
    public const string Name = "arena.events";

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    private readonly IServiceProvider _services;
    private readonly SimpleQueueAdapterCache _cache;
    private readonly HashRingBasedStreamQueueMapper _queues = new(new HashRingStreamQueueMapperOptions { TotalQueueCount = 1 }, Name);

    private EventLogStream(IServiceProvider services)
    {
        _services = services;
        _cache = new(new SimpleQueueCacheOptions(), Name, services.GetRequiredService<ILoggerFactory>());
    }

    string IQueueAdapter.Name => Name;

    /// <summary>Only as far as the cache reaches: who wants history reads <see cref="IEventFeed"/>.</summary>
    public bool IsRewindable => true;

    public StreamProviderDirection Direction => StreamProviderDirection.ReadOnly;

    /// <summary>The stream of a session.</summary>
    public static StreamId Of(Guid sessionId) => StreamId.Create(Name, sessionId.ToString("N"));

    /// <summary>Offers the streams to the grains of this silo.</summary>
    public static ISiloBuilder Offer(ISiloBuilder silo) => silo.AddPersistentStreams(Name, (services, _) => new EventLogStream(services), streams =>
    {
        streams.ConfigureStreamPubSub(StreamPubSubType.ExplicitGrainBasedAndImplicit);
        streams.ConfigurePullingAgent(agent => agent.Configure(options => options.GetQueueMsgsTimerPeriod = Period));
    });

    public Task<IQueueAdapter> CreateAdapter() => Task.FromResult<IQueueAdapter>(this);

    public IQueueAdapterCache GetQueueAdapterCache() => _cache;

    public IStreamQueueMapper GetStreamQueueMapper() => _queues;

    public Task<IStreamFailureHandler> GetDeliveryFailureHandler(QueueId queueId) =>
        Task.FromResult<IStreamFailureHandler>(new NoOpStreamDeliveryFailureHandler());

    public IQueueAdapterReceiver CreateReceiver(QueueId queueId) => new EventLogReceiver(
        _services.GetRequiredService<IEventFeed>(), _services.GetRequiredKeyedService<IGrainStorage>(GrainStorageHosting.Storage));

    public Task QueueMessageBatchAsync<T>(
        StreamId streamId, IEnumerable<T> events, StreamSequenceToken? token, Dictionary<string, object>? requestContext) =>
        throw new NotSupportedException("The event log is written by the sessions alone.");
}
