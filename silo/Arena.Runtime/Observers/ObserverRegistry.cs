using System.Collections.Concurrent;
using System.Globalization;

namespace Arena.Runtime;

/// <summary>The observers of this process. They live from CreateObjectReference to DeleteObjectReference.</summary>
internal sealed class ObserverRegistry(SiloServices services)
{
    /// <summary>The type part of the identity of every observer.</summary>
    public const string GrainType = "sys.observer";

    private const char Separator = '!';

    private readonly ConcurrentDictionary<GrainId, ObserverTarget> _observers = new();

    /// <summary>This process, as others know it: a part of the identity of every observer, so that pushes find their way back.</summary>
    public string Process { get; set; } = "local";

    /// <summary>The process that an observer lives in.</summary>
    public string ProcessOf(GrainId id)
    {
        var end = id.Key.LastIndexOf(Separator);
        return id.Key.Length > Process.Length && end == Process.Length && id.Key.StartsWith(Process, StringComparison.Ordinal)
            ? Process
            : id.Key[..Math.Max(end, 0)];
    }

    public GrainId Add(IGrainObserver observer)
    {
        var id = new GrainId(GrainType, string.Create(CultureInfo.InvariantCulture, $"{Process}{Separator}{services.NextSequence()}"));
        _observers[id] = new ObserverTarget(id, observer, services);
        return id;
    }

    public ObserverTarget? Find(GrainId id) => _observers.GetValueOrDefault(id);

    public void Remove(GrainId id)
    {
        if (_observers.TryRemove(id, out var target)) target.Delete();
    }
}
