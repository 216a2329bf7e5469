using Arena.GrainInterfaces;
using Arena.Grains.Placement;

namespace Arena.Grains.Players;

/// <summary>How long the link to one player takes.</summary>
[GamePlacement, SiloRole(SiloRole.Games)]
internal sealed class PlayerGrain(IGrainContext context, IGrainRuntime runtime) : Grain(context, runtime), IPlayerGrain
{
    private readonly RttWindow _rtt = new();

    public Task<int> RecordRoundTrip(int roundTripMs) => Task.FromResult(_rtt.Record(roundTripMs));
}
