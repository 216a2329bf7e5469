using Arena.GrainInterfaces;
using Arena.Grains.Placement;

namespace Arena.Grains.Players;

/// <summary>Who holds a seat, and how long the link to it takes.</summary>
[GamePlacement, SiloRole(SiloRole.Games)]
internal sealed class PlayerGrain : Grain, IPlayerGrain
{
    private readonly RoundTrips _roundTrips = new();
    private SeatHolder? _holder;

    public async Task Attach(SeatHolder holder)
    {
        _holder = holder;
        await Session(out var seat).SeatPresence(holder.Gateway, seat, connected: true);
    }

    public async Task Detach(SeatHolder holder)
    {
        if (_holder != holder)
            return;
        _holder = null;
        await Session(out var seat).SeatPresence(holder.Gateway, seat, connected: false);
    }

    public Task<int> RecordRoundTrip(int roundTripMs) => Task.FromResult(_roundTrips.Record(roundTripMs));

    private IGameSessionGrain Session(out int seat)
    {
        var (code, number) = PlayerKey.Parse(this.GetPrimaryKeyString());
        seat = number;
        return GrainFactory.GetGrain<IGameSessionGrain>(code);
    }
}
