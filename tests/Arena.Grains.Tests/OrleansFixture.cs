using Arena.Grains.Configuration;
using Arena.Grains.Ports;
using Arena.Hosting.Silos;
using Arena.TestKit.IdleDetection;
using Arena.TestKit.VirtualTime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Arena.Grains.Tests;

/// <summary>The real grains on a silo of Orleans in this process, by virtual time.</summary>
internal sealed class OrleansFixture : GrainFixture, IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;
    private readonly IdleTracker _tracker = new(new ManualTimeProvider(DateTimeOffset.UtcNow));

    private OrleansFixture(Action<GameOptions>? configure)
    {
        var builder = new InProcessTestClusterBuilder(initialSilosCount: 1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage("arena");
            silo.Services.TrackGrains(_tracker);
            silo.PlaceGamesTogether();
            silo.Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
            silo.Services.AddArenaGrains();
            silo.Services.AddSingleton<ISessionJournal>(Journal);
            silo.Services.AddSingleton<IQuizLibrary>(new OneQuiz());
            silo.Services.Configure<GameOptions>(options => configure?.Invoke(options));
        });
        builder.ConfigureClient(client => client.Services.TrackCalls(_tracker));
        _cluster = builder.Build();
    }

    public override IGrainFactory Grains => _cluster.Client;

    public static async Task<OrleansFixture> OpenAsync(Action<GameOptions>? configure = null)
    {
        var fixture = new OrleansFixture(configure);
        await fixture._cluster.DeployAsync();
        return fixture;
    }

    public override Task AdvanceAsync(int milliseconds) => _tracker.AdvanceAsync(TimeSpan.FromMilliseconds(milliseconds));

    public override Task IdleAsync() => _tracker.WhenIdle();

    /// <summary>Deactivates what Orleans takes for idle.</summary>
    public Task CollectAsync() => Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    public async ValueTask DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
    }
}
