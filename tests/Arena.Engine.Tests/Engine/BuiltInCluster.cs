using Arena.GrainInterfaces;
using Arena.Grains;
using Arena.Runtime.TestingHost;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Engine;

/// <summary>Silos of the built-in engine in this process, in real time.</summary>
internal sealed partial class EngineCluster : IAsyncDisposable
{
    private readonly TestCluster _cluster;

    private EngineCluster(TestCluster cluster) => _cluster = cluster;

    public IGrainFactory Grains => _cluster.GrainFactory;

    /// <summary>The services of the silos that are up.</summary>
    public IEnumerable<IServiceProvider> Silos => _cluster.Silos.Where(silo => silo.IsActive).Select(silo => silo.Services);

    public static async Task<EngineCluster> StartAsync(Action<IServiceCollection> configure, short silos = 1)
    {
        var builder = new TestClusterBuilder(silos)
            .AddAssembly(typeof(IGameSessionGrain).Assembly)
            .AddAssembly(typeof(GameOptions).Assembly)
            .UseCluster()
            .ConfigureSilo(silo => silo.AddMemoryGrainStorage("arena"))
            .ConfigureHosts(services => configure(services));
        AddOwnGrains(builder);
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster);
    }

    public Task KillAsync(IServiceProvider silo) => _cluster.KillSiloAsync(_cluster.Silos.Single(each => each.Services == silo));

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    /// <summary>For programs with grains of their own, which Orleans would find by itself.</summary>
    static partial void AddOwnGrains(TestClusterBuilder builder);
}
