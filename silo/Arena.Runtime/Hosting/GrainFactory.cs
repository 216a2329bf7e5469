namespace Arena.Runtime;

/// <summary>Hands out references to grains and observers that calls reach through one router.</summary>
internal sealed class GrainFactory(IServiceProvider services, ManifestIndex manifest, CallRouter router, ObserverRegistry observers) : IClusterClient
{
    public IServiceProvider ServiceProvider => services;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrEmpty(primaryKey);
        var type = typeof(TGrainInterface);
        var grainClass = manifest.Implementation(type, grainClassNamePrefix);
        return (TGrainInterface)(object)manifest.Interface(type).CreateProxy(router, new GrainId(grainClass.GrainType, primaryKey));
    }

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (obj is GrainReference) throw new ArgumentException("The object is a reference already.", nameof(obj));
        if (obj is not TGrainObserverInterface)
            throw new ArgumentException($"{obj.GetType()} does not implement {typeof(TGrainObserverInterface)}.", nameof(obj));
        var proxy = manifest.Interface(typeof(TGrainObserverInterface)).CreateProxy(router, observers.Add(obj));
        return (TGrainObserverInterface)(object)proxy;
    }

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        if (obj is not GrainReference reference)
            throw new ArgumentException($"{obj?.GetType()} is not a reference made by CreateObjectReference.", nameof(obj));
        observers.Remove(reference.GrainId);
    }
}
