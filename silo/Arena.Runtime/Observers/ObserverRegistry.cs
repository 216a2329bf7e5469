using System.Collections.Concurrent;
using System.Globalization;

namespace Arena.Runtime;

/// <summary>The observers of this process. They live from CreateObjectReference to DeleteObjectReference.</summary>
internal sealed class ObserverRegistry(SiloServices services)
{
    /// <summary>The type part of the identity of every observer.</summary>
    public const string GrainType = "sys.observer";

    private readonly ConcurrentDictionary<GrainId, ObserverTarget> _observers = new();

    public GrainId Add(IGrainObserver observer)
    {
        var id = new GrainId(GrainType, services.NextSequence().ToString(CultureInfo.InvariantCulture));
        _observers[id] = new ObserverTarget(id, observer, services);
        return id;
    }

    public ObserverTarget? Find(GrainId id) => _observers.GetValueOrDefault(id);

    public void Remove(GrainId id)
    {
        if (_observers.TryRemove(id, out var target)) target.Delete();
    }
}
