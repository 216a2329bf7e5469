using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace Arena.Grains.Placement;

/// <summary>Keeps the silos that have the role.</summary>
internal sealed class SiloRoleFilterDirector(SiloRoles roles) : IPlacementFilterDirector
{
    public IEnumerable<SiloAddress> Filter(PlacementFilterStrategy filterStrategy, PlacementTarget target, IEnumerable<SiloAddress> silos)
    {
        var role = ((SiloRoleFilter)filterStrategy).Role;
        return silos.Where(silo => roles.Has(silo, role));
    }
}
