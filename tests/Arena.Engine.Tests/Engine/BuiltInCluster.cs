using Arena.GrainInterfaces;
using Arena.Grains;
using Arena.Runtime.TestingHost;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Engine.Tests;

/// <summary>Silos of the built-in engine in this process, in real time.</summary>
internal sealed class EngineCluster : IAsyncDisposable
{
    private readonly TestCluster _cluster;

    private EngineCluster(TestCluster cluster) => _cluster = cluster;

    public IGrainFactory Grains => _cluster.GrainFactory;

    /// <summary>The services of the silos that are up.</summary>
    public IEnumerable<IServiceProvider> Silos => _cluster.Silos.Where(silo => silo.IsActive).Select(silo => silo.Services);

    public static async Task<EngineCluster> StartAsync(Action<IServiceCollection> configure, short silos = 1)
    {
        var cluster = new TestClusterBuilder(silos)
            .AddAssembly(typeof(EngineCluster).Assembly)
            .AddAssembly(typeof(IGameSessionGrain).Assembly)
            .AddAssembly(typeof(GameOptions).Assembly)
            .UseCluster()
            .ConfigureSilo(silo => silo.AddMemoryGrainStorage("arena").AddIncomingGrainCallFilter<Footprints.Filter>())
            .ConfigureHosts(services => configure(services.AddSingleton<Footprints>()))
            .Build();
        await cluster.DeployAsync();
        return new(cluster);
    }

    public Task KillAsync(IServiceProvider silo) => _cluster.KillSiloAsync(_cluster.Silos.Single(each => each.Services == silo));

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
