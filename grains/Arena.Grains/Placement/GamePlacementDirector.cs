using System.IO.Hashing;
using System.Text;
using Orleans.Runtime.Placement;

namespace Arena.Grains.Placement;

/// <summary>
/// Puts a group on the silo that draws highest for it (rendezvous hashing, Thaler and Ravishankar, 1998): all silos agree on the place
/// without asking, and a silo that joins or leaves moves only its own share. A placement hint takes precedence: a session that leaves a stopping
/// silo names its next one. A silo that drains is chosen only if all do. That a group is together saves hops; nothing depends on it.
/// </summary>
internal sealed class GamePlacementDirector(DrainingSilos draining) : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        return Task.FromResult(
            IPlacementDirector.GetPlacementHint(target.RequestContextData, silos) ?? Choose(GamePlacement.GroupOf(target.GrainIdentity), draining.Avoid(silos)));
    }

    /// <summary>The place of a group: the same for all who know the same silos.</summary>
    public static SiloAddress Choose(string group, IReadOnlyCollection<SiloAddress> silos) =>
        silos.MaxBy(silo => (Draw(group, silo), silo.ToParsableString()))!;

    private static ulong Draw(string group, SiloAddress silo) =>
        XxHash64.HashToUInt64(Encoding.UTF8.GetBytes($"{silo.ToParsableString()}/{group}"));
}
