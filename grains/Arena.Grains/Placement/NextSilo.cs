namespace Arena.Grains.Placement;

/// <summary>The place that placement itself would choose if this silo were gone already.</summary>
internal sealed class NextSilo(ISiloStatusOracle silos, ILocalSiloDetails self, SiloRoles roles) : INextSilo
{
    public SiloAddress? For(GrainId grain)
    {
        var others = silos.GetApproximateSiloStatuses(onlyActive: true).Keys
            .Where(silo => !silo.Equals(self.SiloAddress) && roles.Has(silo, SiloRole.Games)).ToArray();
        return others.Length == 0 ? null : GamePlacementDirector.Choose(GamePlacement.GroupOf(grain), others);
    }
}
