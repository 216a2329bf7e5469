using System.Collections.Immutable;
using Arena.GrainInterfaces;

namespace Arena.Grains.Session;

/// <summary>
/// Who is listening: gateways, the seats that are connected through each, and since when a seat is gone. Kept in memory, and carried along
/// when the session migrates; after any other activation gateways subscribe again. No score depends on it.
/// </summary>
/// <param name="subscriptionMs">How long a subscription lives without being renewed.</param>
/// <param name="graceMs">How long a seat that is lost is waited for.</param>
/// <param name="groupGraceMs">The same when many are lost at once.</param>
/// <param name="time">The clock of pushes that are repeated.</param>
/// <param name="failed">Called when a gateway takes no more pushes: its name, and why.</param>
internal sealed class Subscribers(int subscriptionMs, int graceMs, int groupGraceMs, TimeProvider time, Action<string, Exception> failed)
{
    /// <summary>So many are a group, if they are more than one in <see cref="GroupShare"/>.</summary>
    private const int GroupSize = 2;
    private const int GroupShare = 5;

    private readonly Dictionary<string, Subscriber> _subscribers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _gatewayOfSeat = [];
    private readonly Dictionary<int, LostSeat> _lost = [];

    /// <summary>Until then who is lost belongs to a group that was lost.</summary>
    private long _groupUntilMs = long.MinValue;

    public IEnumerable<Subscriber> All => _subscribers.Values;

    /// <summary>Seats with a browser that is connected.</summary>
    public int Connected => _gatewayOfSeat.Count;

    /// <summary>Host connections on all gateways.</summary>
    public int Hosts => _subscribers.Values.Sum(subscriber => subscriber.Hosts);

    public bool IsConnected(int seat) => _gatewayOfSeat.ContainsKey(seat);

    /// <summary>Seats whose answer is worth waiting for: connected, or lost only a moment ago.</summary>
    public bool IsAwaited(int seat, long nowMs) =>
        IsConnected(seat) || (_lost.TryGetValue(seat, out var lost) && nowMs < lost.UntilMs);

    /// <summary>When the next seat stops being waited for, or null.</summary>
    public long? NextGraceEndMs => _lost.Count == 0 ? null : _lost.Values.Min(lost => lost.UntilMs);

    /// <summary>When the next subscription runs out, or null.</summary>
    public long? NextExpiryMs => _subscribers.Count == 0 ? null : _subscribers.Values.Min(subscriber => subscriber.ExpiresAtMs);

    /// <summary>Adds or renews a gateway's subscription, with the seats connected through it.</summary>
    public void Subscribe(string gateway, ISessionObserver observer, ImmutableArray<int> seats, int hosts, long nowMs)
    {
        if (!_subscribers.TryGetValue(gateway, out var subscriber))
            _subscribers.Add(gateway, subscriber = new Subscriber(gateway, OutboxOf(gateway, observer)));
        else if (subscriber.Outbox.Failed || !subscriber.Outbox.Observer.Equals(observer))
            subscriber.Outbox = OutboxOf(gateway, observer);
        (subscriber.ExpiresAtMs, subscriber.Hosts) = (nowMs + subscriptionMs, hosts);
        foreach (var gone in subscriber.Seats.Except(seats).ToArray())
            Seat(gateway, gone, connected: false, nowMs);
        foreach (var seat in seats.Where(seat => !IsConnected(seat)))
            Seat(gateway, seat, connected: true, nowMs);
    }

    /// <returns>The seats that are gone with the gateway.</returns>
    public ImmutableArray<int> Unsubscribe(string gateway, long nowMs)
    {
        if (!_subscribers.Remove(gateway, out var subscriber))
            return [];
        foreach (var seat in subscriber.Seats)
            Lose(seat, nowMs);
        return [.. subscriber.Seats];
    }

    /// <returns>The other gateway that held the seat until now, or null.</returns>
    public Subscriber? Seat(string gateway, int seat, bool connected, long nowMs)
    {
        _gatewayOfSeat.TryGetValue(seat, out var holder);
        if (!connected)
        {
            if (holder == gateway)
            {
                Lose(seat, nowMs);
                _subscribers.GetValueOrDefault(gateway)?.Seats.Remove(seat);
            }
            return null;
        }
        if (!_subscribers.TryGetValue(gateway, out var subscriber))
            return null;
        _lost.Remove(seat);
        _gatewayOfSeat[seat] = gateway;
        subscriber.Seats.Add(seat);
        if (holder is null || holder == gateway)
            return null;
        var previous = _subscribers.GetValueOrDefault(holder);
        previous?.Seats.Remove(seat);
        return previous;
    }

    /// <summary>A player who was removed is connected no more, whether the browser hangs up or not.</summary>
    public void Remove(int seat)
    {
        if (_gatewayOfSeat.Remove(seat, out var gateway))
            _subscribers.GetValueOrDefault(gateway)?.Seats.Remove(seat);
        _lost.Remove(seat);
    }

    public void SetHosts(string gateway, int connections)
    {
        if (_subscribers.TryGetValue(gateway, out var subscriber))
            subscriber.Hosts = connections;
    }

    /// <summary>The gateways, for the activation on another silo.</summary>
    public ImmutableArray<CarriedSubscriber> Carry() =>
        [.. _subscribers.Values.Select(subscriber => new CarriedSubscriber(
            subscriber.Gateway, subscriber.Outbox.Observer, [.. subscriber.Seats], subscriber.Hosts))];

    /// <summary>The seats that are waited for, for the activation on another silo.</summary>
    public ImmutableArray<CarriedLoss> CarryLost(long nowMs) =>
        [.. _lost.Where(lost => nowMs < lost.Value.UntilMs).Select(lost => new CarriedLoss(lost.Key, lost.Value.UntilMs - nowMs))];

    /// <returns>The gateways whose subscription ran out: they are to be unsubscribed.</returns>
    public ImmutableArray<string> Expired(long nowMs) =>
        [.. _subscribers.Values.Where(subscriber => subscriber.ExpiresAtMs <= nowMs).Select(subscriber => subscriber.Gateway)];

    /// <summary>After an interruption no seat is connected yet, and all are waited for.</summary>
    public void Await(IEnumerable<int> seats, long untilMs)
    {
        foreach (var seat in seats)
            _lost[seat] = new(untilMs, untilMs);
    }

    /// <summary>Removes the seats whose waiting time is over.</summary>
    public void ForgetLost(long nowMs)
    {
        foreach (var seat in _lost.Where(lost => nowMs >= lost.Value.UntilMs).Select(lost => lost.Key).ToArray())
            _lost.Remove(seat);
    }

    /// <summary>An outbox that has been replaced reports nothing.</summary>
    private Outbox OutboxOf(string gateway, ISessionObserver observer)
    {
        Outbox? outbox = null;
        outbox = new(observer, time, cause =>
        {
            if (_subscribers.TryGetValue(gateway, out var subscriber) && subscriber.Outbox == outbox)
                failed(gateway, cause);
        });
        return outbox;
    }

    /// <summary>
    /// One player who leaves is waited for only a moment. When two or more, and more than a fifth, are lost within that moment, their network
    /// failed, and it takes longer to come back.
    /// </summary>
    private void Lose(int seat, long nowMs)
    {
        _gatewayOfSeat.Remove(seat);
        var grouped = nowMs < _groupUntilMs;
        _lost[seat] = new(nowMs, nowMs + (grouped ? groupGraceMs : graceMs));
        if (!grouped)
        {
            var awaited = _lost.Values.Count(lost => nowMs < lost.UntilMs);
            if (awaited < GroupSize || GroupShare * awaited <= awaited + Connected)
                return;
            foreach (var (other, lost) in _lost.ToArray())
                _lost[other] = lost with { UntilMs = Math.Max(lost.UntilMs, lost.AtMs + groupGraceMs) };
        }
        _groupUntilMs = nowMs + graceMs;
    }

    private readonly record struct LostSeat(long AtMs, long UntilMs);
}
