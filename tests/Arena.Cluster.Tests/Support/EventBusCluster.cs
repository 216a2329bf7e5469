using Arena.Grains.Configuration;
using Arena.Grains.Events;
using Arena.Grains.Placement;
using Arena.Grains.Ports;
using Arena.Hosting.Events;
using Arena.TestKit.Grains;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Arena.Cluster.Tests.Support;

/// <summary>Silos with the event bus, over a log, backlogs and checkpoints that they share as they would share a database.</summary>
internal sealed class EventBusCluster : IAsyncDisposable
{
    private OrleansTestCluster _cluster = null!;

    public Probe Probe { get; } = new();

    public MemoryFeed Feed { get; } = new();

    public MemoryDeliveries Deliveries { get; } = new();

    public SharedGrainStorage Storage { get; } = new();

    public EventSignal Signal { get; } = new();

    public EventOptions Options { get; } = new() { PollMs = 50, CheckpointMs = 10, MaxAttempts = 2, FirstRetryMs = 1, LongestRetryMs = 1 };

    public IEnumerable<IServiceProvider> Silos => _cluster.Silos;

    public async Task<EventBusCluster> StartAsync(IEventConsumer[] consumers, short silos = 1, Func<int, string[]>? roles = null)
    {
        _cluster = await OrleansTestCluster.StartAsync(
            services =>
            {
                services.AddSingleton(Probe).AddSingleton(Signal).AddSingleton<IEventFeed>(Feed).AddSingleton<IEventDeliveries>(Deliveries)
                    .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddSingleton<Footprints>()
                    .AddSingleton<IIncomingGrainCallFilter, Footprints.Filter>();
                foreach (var consumer in consumers)
                    services.AddSingleton(consumer);
            },
            silos,
            (silo, own) =>
            {
                silo.Services.AddKeyedSingleton<IGrainStorage>("arena", Storage);
                if (own.Contains(SiloRole.Consumers))
                    silo.AddEventBus();
                silo.Services.Configure<EventOptions>(options =>
                    (options.PollMs, options.CheckpointMs, options.MaxAttempts, options.FirstRetryMs, options.LongestRetryMs) =
                    (Options.PollMs, Options.CheckpointMs, Options.MaxAttempts, Options.FirstRetryMs, Options.LongestRetryMs));
            },
            roles);
        return this;
    }

    public Task KillAsync(IServiceProvider silo) => _cluster.KillAsync(silo);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
