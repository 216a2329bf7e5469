using System.Runtime.CompilerServices;

namespace Arena.TestKit.Silos;

/// <summary>Makes references for one host: to grains with string keys, and to its observers.</summary>
internal sealed class SimulatedGrainFactory(SimulatedHost host) : IGrainFactory
{
    private static readonly GrainId ObserverId = GrainId.Create("observer", "observer");

    private readonly ConditionalWeakTable<object, SimulatedObserver> _observers = [];

    /// <summary>A reference may be handed to another host: the caller is the one whose step it is.</summary>
    private SimulatedHost Caller => host.Cluster.HostOfStep ?? host;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        var grain = host.Cluster.Catalog.IdOf(typeof(TGrainInterface), primaryKey);
        return GrainProxy.Of<TGrainInterface>((method, arguments) => Caller.CallAsync(new(grain, method, arguments)));
    }

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        var observer = new SimulatedObserver(host, obj);
        var reference = GrainProxy.Of<TGrainObserverInterface>((method, arguments) =>
            Caller.CallAsync(new(ObserverId, method, arguments, observer)));
        _observers.Add(reference, observer);
        return reference;
    }

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        if (_observers.TryGetValue(obj, out var observer))
            observer.IsDeleted = true;
    }

    public T GetGrain<T>(Guid primaryKey, string? grainClassNamePrefix = null)
        where T : IGrainWithGuidKey => throw new NotSupportedException();

    public T GetGrain<T>(long primaryKey, string? grainClassNamePrefix = null)
        where T : IGrainWithIntegerKey => throw new NotSupportedException();

    public T GetGrain<T>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where T : IGrainWithGuidCompoundKey => throw new NotSupportedException();

    public T GetGrain<T>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where T : IGrainWithIntegerCompoundKey => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) => throw new NotSupportedException();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey) => throw new NotSupportedException();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey, string grainClassNamePrefix) => throw new NotSupportedException();

    public T GetGrain<T>(GrainId grainId)
        where T : IAddressable => throw new NotSupportedException();

    public IAddressable GetGrain(GrainId grainId) => throw new NotSupportedException();

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType) => throw new NotSupportedException();
}
