using System.Collections.Immutable;
using Orleans.Providers;

namespace Arena.Grains.Placement;

/// <summary>
/// The silos that are about to stop, as each of them announces to all others. Orleans' own status does not serve: a silo that shuts down in the
/// membership cannot push to its clients any more, and its sessions finish their questions first.
/// </summary>
internal sealed class DrainingSilos : IControllable
{
    /// <summary>The name by which Orleans finds this service on each silo.</summary>
    public const string Name = "arena.draining";

    private ImmutableHashSet<SiloAddress> _silos = [];

    public bool Has(SiloAddress silo) => _silos.Contains(silo);

    /// <summary>Those that do not drain; all if all do.</summary>
    public SiloAddress[] Avoid(SiloAddress[] silos) => Array.FindAll(silos, silo => !Has(silo)) is { Length: > 0 } others ? others : silos;

    /// <summary>Notes a silo that drains.</summary>
    Task<object?> IControllable.ExecuteCommand(int command, object? arg)
    {
        ImmutableInterlocked.Update(ref _silos, (silos, silo) => silos.Add(silo), (SiloAddress)arg!);
        return Task.FromResult<object?>(null);
    }
}
