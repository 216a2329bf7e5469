using Arena.Grains.Placement;
using Arena.Grains.Ports;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Placement;
using Orleans.Providers;
using Orleans.Runtime.MembershipService.SiloMetadata;
using Orleans.Serialization.Configuration;

namespace Arena.Hosting.Silos;

/// <summary>Placement of grains: games together, and each on a silo of its role.</summary>
internal static class GamePlacementHosting
{
    /// <param name="silo">The silo.</param>
    /// <param name="roles">Its roles.</param>
    public static ISiloBuilder PlaceGamesTogether(this ISiloBuilder silo, IReadOnlyList<string> roles)
    {
        silo.UseSiloMetadata(new Dictionary<string, string> { [SiloRole.MetadataKey] = string.Join(',', roles) });
        silo.AddPlacementDirector<GamePlacement, GamePlacementDirector>();
        // One for each grain class: a shared one would hold the role of one class for all.
        silo.Services.AddPlacementFilter<SiloRoleFilter, SiloRoleFilterDirector>(ServiceLifetime.Transient);
        silo.Services.AddSingleton<SiloRoles>().AddSingleton<INextSilo, NextSilo>();
        silo.Services.AddSingleton<DrainingSilos>().AddKeyedSingleton<IControllable>(
            DrainingSilos.Name, (services, _) => services.GetRequiredService<DrainingSilos>());
        // The announcement names the type.
        silo.Services.Configure<TypeManifestOptions>(types => types.AllowedTypes.Add(typeof(DrainingSilos).FullName!));
        return silo;
    }

    /// <summary>A silo of every role.</summary>
    public static ISiloBuilder PlaceGamesTogether(this ISiloBuilder silo) => silo.PlaceGamesTogether(SiloRole.All);
}
