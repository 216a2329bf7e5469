using System.Collections.Concurrent;

namespace Arena.Runtime;

/// <summary>
/// The activations of this silo by grain. An entry stays until its activation has ended (see <see cref="Activation"/>), so a grain has
/// at most one activation, and a stateless worker one pool.
/// </summary>
internal sealed class Catalog(SiloServices services, ManifestIndex manifest, IReadOnlyDictionary<string, GrainClass> classes)
{
    private readonly ConcurrentDictionary<GrainId, CallTarget> _targets = new();

    /// <summary>The router that activations pass calls on to; set once, before the first call.</summary>
    public CallRouter? Router { get; set; }

    public int Count => _targets.Values.Sum(target => target is StatelessWorkerPool pool ? pool.Count : 1);

    public int Depth => _targets.Values.Sum(target => target.Depth);

    /// <summary>Finds an activation that exists, and makes none.</summary>
    public CallTarget? FindExisting(GrainId id) => _targets.GetValueOrDefault(id) is StatelessWorkerPool pool
        ? pool.Workers().FirstOrDefault(worker => !worker.IsRetired)
        : _targets.GetValueOrDefault(id);

    public CallTarget GetOrCreate(GrainId id) => _targets.TryGetValue(id, out var target)
        ? target
        : _targets.GetOrAdd(id, static (key, catalog) => catalog.Create(key), this);

    /// <summary>All activations in the order of their creation.</summary>
    public IReadOnlyList<Activation> Activations() =>
    [
        .. _targets.Values
            .SelectMany(target => target is StatelessWorkerPool pool ? pool.Workers() : [(Activation)target])
            .OrderBy(activation => activation.Sequence),
    ];

    private CallTarget Create(GrainId id)
    {
        var grainClass = classes[manifest.Class(id.Type).GrainType];
        if (grainClass.MaxLocalWorkers == 0) return new Activation(id, grainClass, services, Router!, activation => Remove(activation.GrainId, activation));
        return new StatelessWorkerPool(
            grainClass.MaxLocalWorkers,
            onRetired => new Activation(id, grainClass, services, Router!, onRetired));
    }

    private void Remove(GrainId id, CallTarget target) => _targets.TryRemove(KeyValuePair.Create(id, target));
}
