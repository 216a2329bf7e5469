using Microsoft.Extensions.Hosting;

namespace Arena.Runtime;

/// <summary>
/// One silo in this process, and the way to call its grains. What holds here:
/// <list type="number">
/// <item>Before the start and after the stop every call is refused with <see cref="SiloUnavailableException"/>.</item>
/// <item>A stopping silo refuses calls from outside, lets running turns end (they may call activations that still exist), and
/// awaits OnDeactivateAsync of all, within the shutdown timeout.</item>
/// <item>The stop ends every wait: callers that were not answered are told that the outcome is unknown.</item>
/// </list>
/// </summary>
internal sealed class Silo : IClusterClient, IHostedService, IDisposable
{
    private readonly SiloServices _services;
    private readonly ManifestIndex _manifest;
    private readonly Catalog _catalog;
    private readonly ObserverRegistry _observers;
    private readonly PendingCalls _pending;
    private readonly CallRouter _router;
    private ActivationCollector? _collector;

    public Silo(SiloServices services, IEnumerable<GrainAssembly> assemblies)
    {
        _services = services;
        _manifest = new ManifestIndex(assemblies.Select(entry => entry.Assembly));
        var classes = _manifest.Classes.ToDictionary(info => info.GrainType, info => new GrainClass(info));
        _catalog = new Catalog(services, _manifest, classes);
        _observers = new ObserverRegistry(services);
        _pending = new PendingCalls(services);
        _router = new CallRouter(services, _manifest, _catalog, _observers, _pending);
        _catalog.Router = _router;
        services.Metrics.Observe(_catalog);
    }

    public IServiceProvider ServiceProvider => _services.Provider;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrEmpty(primaryKey);
        var type = typeof(TGrainInterface);
        var grainClass = _manifest.Implementation(type, grainClassNamePrefix);
        return (TGrainInterface)(object)_manifest.Interface(type).CreateProxy(_router, new GrainId(grainClass.GrainType, primaryKey));
    }

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (obj is GrainReference) throw new ArgumentException("The object is a reference already.", nameof(obj));
        if (obj is not TGrainObserverInterface)
            throw new ArgumentException($"{obj.GetType()} does not implement {typeof(TGrainObserverInterface)}.", nameof(obj));
        var proxy = _manifest.Interface(typeof(TGrainObserverInterface)).CreateProxy(_router, _observers.Add(obj));
        return (TGrainObserverInterface)(object)proxy;
    }

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        if (obj is not GrainReference reference)
            throw new ArgumentException($"{obj?.GetType()} is not a reference made by CreateObjectReference.", nameof(obj));
        _observers.Remove(reference.GrainId);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _collector = new ActivationCollector(_services, _catalog);
        _router.Status = SiloStatus.Running;
        _services.Logger.SiloStarted(_manifest.Classes.Count());
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_router.Status != SiloStatus.Running) return;
        _router.Status = SiloStatus.Draining;
        _collector?.Dispose();
        _services.Logger.SiloDraining(_catalog.Count);
        using var deadline = new CancellationTokenSource(_services.Options.ShutdownTimeout, _services.Time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        await DrainAsync(limit.Token);
        _router.Status = SiloStatus.Stopped;
        _pending.Close(new SiloUnavailableException("The silo stopped before the call was answered. Whether it took effect is unknown."));
        _services.Logger.SiloStopped();
    }

    public void Dispose()
    {
        _collector?.Dispose();
        _pending.Dispose();
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
