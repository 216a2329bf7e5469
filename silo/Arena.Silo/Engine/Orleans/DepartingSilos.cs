using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Arena.Silo;

/// <summary>The silos that have said that they are about to stop. Addresses are never used again, so none is ever taken away.</summary>
internal sealed class DepartingSilos
{
    private readonly ConcurrentDictionary<SiloAddress, bool> _said = new();
    private volatile FrozenSet<SiloAddress> _all = FrozenSet<SiloAddress>.Empty;

    public IReadOnlySet<SiloAddress> All => _all;

    public void Add(SiloAddress silo)
    {
        if (_said.TryAdd(silo, true))
            _all = _said.Keys.ToFrozenSet();
    }
}
