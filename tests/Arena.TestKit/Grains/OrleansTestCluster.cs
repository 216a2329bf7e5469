using Arena.Grains.Placement;
using Arena.Hosting.Cluster;
using Arena.Hosting.Silos;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace Arena.TestKit.Grains;

/// <summary>Silos of Orleans in this process, placed as Arena's are.</summary>
public sealed class OrleansTestCluster : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private OrleansTestCluster(InProcessTestCluster cluster) => _cluster = cluster;

    public IGrainFactory Grains => _cluster.Client;

    /// <summary>The services of the silos that are up.</summary>
    public IEnumerable<IServiceProvider> Silos =>
        _cluster.Silos.Where(silo => silo.IsActive).Select(silo => _cluster.GetSiloServiceProvider(silo.SiloAddress));

    public static async Task<OrleansTestCluster> StartAsync(
        Action<IServiceCollection> configure, short silos = 1, Action<ISiloBuilder, IReadOnlyList<string>>? more = null, Func<int, string[]>? roles = null)
    {
        // Silos start at the same time.
        var number = -1;
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) =>
        {
            var own = roles?.Invoke(Interlocked.Increment(ref number)) ?? SiloRole.All;
            silo.PlaceGamesTogether(own).UseDistributedDirectory();
            silo.AddMemoryGrainStorage("arena");
            silo.Configure<ClusterMembershipOptions>(membership => membership.ProbeTimeout = TimeSpan.FromSeconds(1));
            configure(silo.Services);
            more?.Invoke(silo, own);
        });
        builder.ConfigureClient(client => client.Services.AddSingleton<IOutgoingGrainCallFilter, UnreachableSilos>());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster);
    }

    public Task KillAsync(IServiceProvider silo) =>
        _cluster.KillSiloAsync(_cluster.Silos.Single(each => _cluster.GetSiloServiceProvider(each.SiloAddress) == silo));

    public Task StopAsync(IServiceProvider silo) =>
        _cluster.StopSiloAsync(_cluster.Silos.Single(each => _cluster.GetSiloServiceProvider(each.SiloAddress) == silo));

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
