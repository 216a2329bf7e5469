using Arena.GrainInterfaces;
using Arena.Grains.Configuration;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Arena.Grains.Players;

/// <summary>
/// Gives each ticket a time slot, one after another at the permitted rate, and lets it in when the slot has come: the generic cell rate
/// algorithm (ITU-T I.371) with the burst as its tolerance. A caller that returns too early keeps the slot; slots whose callers never returned
/// are forgotten.
/// </summary>
[StatelessWorker(1)]
internal sealed class JoinGate(IGrainContext context, IGrainRuntime runtime, ServerClock clock, IOptions<GameOptions> options)
    : Grain(context, runtime), IJoinGate
{
    private const int ForgetAfterMs = 30_000;

    private readonly Dictionary<Guid, double> _slotMs = [];
    private readonly Queue<(Guid Ticket, double SlotMs)> _oldest = new();
    private readonly double _spacingMs = 1_000.0 / options.Value.JoinsPerSecond;
    private readonly double _toleranceMs = 1_000.0 / options.Value.JoinsPerSecond * options.Value.JoinBurst;
    private double _nextMs;

    public Task<Admission> Enter(Guid ticket)
    {
        double nowMs = clock.NowMs;
        while (_oldest.TryPeek(out var old) && old.SlotMs + ForgetAfterMs < nowMs)
            _slotMs.Remove(_oldest.Dequeue().Ticket);

        if (!_slotMs.TryGetValue(ticket, out var slotMs))
        {
            _nextMs = Math.Max(_nextMs, nowMs) + _spacingMs;
            slotMs = _nextMs - _toleranceMs;
            if (slotMs > nowMs)
            {
                _slotMs.Add(ticket, slotMs);
                _oldest.Enqueue((ticket, slotMs));
            }
        }
        if (slotMs <= nowMs)
            return Task.FromResult(new Admission(true, 0, 0));
        var waitMs = (int)Math.Ceiling(slotMs - nowMs);
        return Task.FromResult(new Admission(false, waitMs, (int)(waitMs / _spacingMs) + 1));
    }
}
