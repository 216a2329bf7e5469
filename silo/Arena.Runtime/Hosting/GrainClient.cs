using Microsoft.Extensions.Hosting;

namespace Arena.Runtime;

/// <summary>A process that calls the grains of a cluster and hosts none. Its observers hear through the links that it makes.</summary>
internal sealed class GrainClient : IClusterLinks, IHostedService, IDisposable
{
    private readonly ClusterServices _cluster;
    private readonly ClusterConnection _connection;
    private readonly PendingCalls _pending;
    private readonly CallRouter _router;

    public GrainClient(SiloServices services, IEnumerable<GrainAssembly> assemblies, ClusterServices cluster)
    {
        _cluster = cluster;
        var manifest = new ManifestIndex(assemblies.Select(entry => entry.Assembly));
        var observers = new ObserverRegistry(services);
        _pending = new PendingCalls(services);
        _connection = new ClusterConnection(cluster, services, manifest, observers, _pending, ownership: null);
        _router = new CallRouter(services, manifest, catalog: null, observers, _pending, _connection.Routing);
        _connection.Attach(_router);
        Client = new GrainFactory(services.Provider, manifest, _router, observers);
    }

    /// <summary>The way to call grains.</summary>
    public IClusterClient Client { get; }

    /// <inheritdoc/>
    public event Action<SiloAddress> LinkLost
    {
        add => _connection.Peers.LinkLost += value;
        remove => _connection.Peers.LinkLost -= value;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _cluster.Store.PrepareAsync(cancellationToken);
        await _connection.StartAsync(PeerIdentity.NewClient(), cancellationToken);
        _router.Status = SiloStatus.Running;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _router.Status = SiloStatus.Stopped;
        _pending.Close(new SiloUnavailableException("The process stopped before the call was answered. Whether it took effect is unknown."));
        await _connection.StopAsync();
    }

    public void Dispose() => _pending.Dispose();
}
