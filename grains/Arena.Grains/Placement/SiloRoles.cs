using Orleans.Runtime.MembershipService.SiloMetadata;

namespace Arena.Grains.Placement;

/// <summary>Which silo has which roles, by the metadata that silos publish. A silo that publishes none has all of them.</summary>
internal sealed class SiloRoles(ISiloMetadataCache metadata)
{
    public bool Has(SiloAddress silo, string role) =>
        !metadata.GetSiloMetadata(silo).Metadata.TryGetValue(SiloRole.MetadataKey, out var roles) || roles.Split(',').Contains(role);
}
