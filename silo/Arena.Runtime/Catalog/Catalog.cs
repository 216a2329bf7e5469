using System.Collections.Concurrent;

namespace Arena.Runtime;

/// <summary>
/// The activations of this silo by grain. An entry stays until its activation has ended (see <see cref="Activation"/>), so a grain has
/// at most one activation, and a stateless worker one pool. In a cluster only grains whose placement group this silo owns are activated.
/// </summary>
internal sealed class Catalog(
    SiloServices services, ManifestIndex manifest, IReadOnlyDictionary<string, GrainClass> classes, GroupOwnership? ownership)
{
    private readonly ConcurrentDictionary<GrainId, CallTarget> _targets = new();
    private readonly ConcurrentDictionary<string, bool> _handedOver = new(StringComparer.Ordinal);

    /// <summary>The router that activations pass calls on to; set once, before the first call.</summary>
    public CallRouter? Router { get; set; }

    /// <summary>Whether the silo hands its grains over: the first of a group to end takes the others along.</summary>
    public bool IsHandingOver { get; set; }

    public int Count => _targets.Values.Sum(target => target is StatelessWorkerPool pool ? pool.Count : 1);

    public int Depth => _targets.Values.Sum(target => target.Depth);

    /// <summary>Finds an activation that exists, and makes none.</summary>
    public CallTarget? FindExisting(GrainId id) => _targets.GetValueOrDefault(id) is StatelessWorkerPool pool
        ? pool.Workers().FirstOrDefault(worker => !worker.IsRetired)
        : _targets.GetValueOrDefault(id);

    /// <summary>Finds an activation or makes one; null if another silo may own the grain.</summary>
    public CallTarget? GetOrCreate(GrainId id)
    {
        if (_targets.TryGetValue(id, out var target)) return target;
        var grainClass = classes[manifest.Class(id.Type).GrainType];
        if (grainClass.MaxLocalWorkers != 0)
            return _targets.GetOrAdd(id, static (key, at) => at.Catalog.CreatePool(key, at.Class), (Catalog: this, Class: grainClass));
        if (ownership is null) return _targets.GetOrAdd(id, static (key, at) => at.Catalog.Create(key, at.Class), (Catalog: this, Class: grainClass));
        var group = PlacementGroup.Of(id);
        if (!ownership.TryPin(group)) return null;
        var created = Create(id, grainClass);
        target = _targets.GetOrAdd(id, created);
        if (target != created) ownership.Unpin(group);
        return target;
    }

    /// <summary>All activations in the order of their creation.</summary>
    public IReadOnlyList<Activation> Activations() =>
    [
        .. _targets.Values
            .SelectMany(target => target is StatelessWorkerPool pool ? pool.Workers() : [(Activation)target])
            .OrderBy(activation => activation.Sequence),
    ];

    private Activation Create(GrainId id, GrainClass grainClass) =>
        new(id, grainClass, services, Router!, activation => Remove(activation.GrainId, activation));

    private StatelessWorkerPool CreatePool(GrainId id, GrainClass grainClass) =>
        new(grainClass.MaxLocalWorkers, onRetired => new Activation(id, grainClass, services, Router!, onRetired));

    private void Remove(GrainId id, CallTarget target)
    {
        if (!_targets.TryRemove(KeyValuePair.Create(id, target)) || ownership is null) return;
        var group = PlacementGroup.Of(id);
        if (IsHandingOver) ownership.Leave(group);
        ownership.Unpin(group);
        if (IsHandingOver && _handedOver.TryAdd(group, true)) DeactivateGroup(group);
    }

    private void DeactivateGroup(string group)
    {
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The silo hands its grains over.");
        foreach (var mate in Activations().Where(mate => PlacementGroup.Of(mate.GrainId) == group)) mate.Deactivate(reason);
    }
}
