using Microsoft.Extensions.Hosting;

namespace Arena.Runtime;

/// <summary>
/// One silo in this process, alone or as part of a cluster, and the way to call grains. What holds here:
/// <list type="number">
/// <item>Before the start and after the stop every call is refused with <see cref="SiloUnavailableException"/>.</item>
/// <item>In a cluster no grain is activated before the silo has joined, nor after it has lost its lease.</item>
/// <item>A silo that is asked to stop first says so to the cluster, which gives it no more work; then it refuses calls from outside, lets
/// running turns end (they may call activations that still exist), and awaits OnDeactivateAsync of all, within the shutdown timeout; then it
/// leaves.</item>
/// <item>The stop ends every wait: callers that were not answered are told that the outcome is unknown.</item>
/// </list>
/// </summary>
internal sealed class Silo : IHostedLifecycleService, IDisposable
{
    private readonly SiloServices _services;
    private readonly ManifestIndex _manifest;
    private readonly Catalog _catalog;
    private readonly PendingCalls _pending;
    private readonly CallRouter _router;
    private readonly ClusterSeat? _seat;
    private ActivationCollector? _collector;

    public Silo(SiloServices services, IEnumerable<GrainAssembly> assemblies, ClusterServices? cluster = null)
    {
        _services = services;
        _manifest = new ManifestIndex(assemblies.Select(entry => entry.Assembly));
        var classes = _manifest.Classes.ToDictionary(info => info.GrainType, info => new GrainClass(info));
        var observers = new ObserverRegistry(services);
        var ownership = cluster is null ? null : new GroupOwnership(cluster.Store, cluster.Options, services.Logger);
        _pending = new PendingCalls(services);
        _catalog = new Catalog(services, _manifest, classes, ownership);
        var connection = cluster is null ? null : new ClusterConnection(cluster, services, _manifest, observers, _pending, ownership);
        _router = new CallRouter(services, _manifest, _catalog, observers, _pending, connection?.Routing);
        _catalog.Router = _router;
        if (cluster is not null) _seat = new ClusterSeat(cluster, services, connection!, ownership!, _catalog, Fall);
        connection?.Attach(_router);
        Client = new GrainFactory(services.Provider, _manifest, _router, observers);
        services.Metrics.Observe(_catalog);
    }

    /// <summary>The way to call grains from this process.</summary>
    public IClusterClient Client { get; }

    /// <summary>This silo's identity in its cluster, once it has joined.</summary>
    public SiloAddress? Address => _seat?.Address;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_seat is not null) await _seat.TakeAsync(cancellationToken);
        _collector = new ActivationCollector(_services, _catalog, _seat);
        _router.Status = SiloStatus.Running;
        _services.Logger.SiloStarted(_manifest.Classes.Count());
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The process is to stop: the cluster hears of it before anything else stops, so that grains can be handed over.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) =>
        _router.Status == SiloStatus.Running && _seat is not null ? _seat.OfferAsync(cancellationToken) : Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _collector?.Dispose();
        if (_router.Status == SiloStatus.Running)
        {
            _router.Status = SiloStatus.Draining;
            _services.Logger.SiloDraining(_catalog.Count);
            using var deadline = new CancellationTokenSource(_services.Options.ShutdownTimeout, _services.Time);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            await DrainAsync(limit.Token);
            Close();
            _services.Logger.SiloStopped();
        }

        if (_seat is not null) await _seat.LeaveAsync(cancellationToken);
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends at once, as a process does that is killed; for tests.</summary>
    internal void Kill()
    {
        _collector?.Dispose();
        _seat?.Abandon();
        Close();
    }

    public void Dispose()
    {
        _collector?.Dispose();
        _pending.Dispose();
    }

    /// <summary>The cluster has declared this silo dead.</summary>
    private void Fall() => Close();

    private void Close()
    {
        _router.Status = SiloStatus.Stopped;
        _pending.Close(new SiloUnavailableException("The silo stopped before the call was answered. Whether it took effect is unknown."));
    }

    private async Task DrainAsync(CancellationToken limit)
    {
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The silo stops.");
        try
        {
            while (_catalog.Activations() is { Count: > 0 } activations)
            {
                foreach (var activation in activations) activation.Deactivate(reason, CancellationToken.None);
                await Task.WhenAll(activations.Select(activation => activation.Deactivated)).WaitAsync(limit);
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            _services.Logger.DrainIncomplete(_catalog.Count, _services.Options.ShutdownTimeout);
        }
    }
}
