using Arena.Grains.Ports;

namespace Arena.Grains.Placement;

/// <summary>The place that placement itself would choose if this silo were gone already.</summary>
internal sealed class NextSilo(ISiloStatusOracle silos, ILocalSiloDetails self, SiloRoles roles, DrainingSilos draining, IGrainFactory grains) : INextSilo
{
    public bool Exists => Others().Length > 0;

    public SiloAddress? For(GrainId grain) => Others() is { Length: > 0 } others ? GamePlacementDirector.Choose(GamePlacement.GroupOf(grain), others) : null;

    public Task AnnounceDrainAsync() =>
        grains.GetGrain<IManagementGrain>(0).SendControlCommandToProvider<DrainingSilos>(DrainingSilos.Name, command: 0, self.SiloAddress);

    private SiloAddress[] Others() =>
    [
        .. silos.GetApproximateSiloStatuses(onlyActive: true).Keys
            .Where(silo => !silo.Equals(self.SiloAddress) && !draining.Has(silo) && roles.Has(silo, SiloRole.Games)),
    ];
}
