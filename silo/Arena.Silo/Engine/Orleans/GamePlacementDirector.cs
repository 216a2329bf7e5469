using System.IO.Hashing;
using System.Text;
using Orleans.Runtime.Placement;

namespace Arena.Silo;

/// <summary>
/// Puts a group on the silo that draws highest for it (rendezvous hashing, Thaler and Ravishankar, 1998): all silos agree on the place
/// without asking, and a silo that comes or goes moves only its own share. A silo that is about to stop is given nothing, unless there is
/// no other. That a group is together saves hops; nothing depends on it.
/// </summary>
internal sealed class GamePlacementDirector(DepartingSilos departing) : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        return Task.FromResult(
            IPlacementDirector.GetPlacementHint(target.RequestContextData, silos) ?? Choose(GamePlacement.GroupOf(target.GrainIdentity), silos, departing.All));
    }

    /// <summary>The place of a group: the same for all who know the same silos.</summary>
    public static SiloAddress Choose(string group, IReadOnlyCollection<SiloAddress> silos, IReadOnlySet<SiloAddress> departing)
    {
        var staying = silos.Where(silo => !departing.Contains(silo)).ToArray();
        return (staying.Length == 0 ? silos : staying).MaxBy(silo => (Draw(group, silo), silo.ToParsableString()))!;
    }

    private static ulong Draw(string group, SiloAddress silo) =>
        XxHash64.HashToUInt64(Encoding.UTF8.GetBytes($"{silo.ToParsableString()}/{group}"));
}
