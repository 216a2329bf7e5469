using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Arena.Runtime;

/// <summary>
/// Sends calls to the silo that owns their placement group. What holds here:
/// <list type="number">
/// <item>What is remembered of owners is a hint. A silo that does not own a group says so, and the caller forgets the hint and sends the
/// same call where the answer points, or where placement does, at most <see cref="MaxHops"/> times.</item>
/// <item>Only the store says who owns a group. A silo that is asked for a group that nobody owns claims it.</item>
/// <item>A call is in one place at a time: it moves on only after it was refused unseen.</item>
/// </list>
/// </summary>
internal sealed class ClusterRouting : IClaimedCalls
{
    /// <summary>How often a call is sent on after the first attempt.</summary>
    public const int MaxHops = 2;

    private const int MaxHints = 200_000;

    private readonly Membership _membership;
    private readonly SiloPeers _peers;
    private readonly GroupOwnership? _ownership;
    private readonly ConcurrentDictionary<string, SiloAddress> _hints = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SiloAddress, bool> _unwilling = new();
    private readonly ConcurrentDictionary<string, Link> _linked = new(StringComparer.Ordinal);
    private ImmutableArray<SiloAddress> _known = [];
    private bool _remembersStrangers;

    public ClusterRouting(Membership membership, SiloPeers peers, GroupOwnership? ownership)
    {
        _membership = membership;
        _peers = peers;
        _ownership = ownership;
        if (ownership is not null) ownership.Calls = this;
        membership.Changed += Bury;
        membership.Refreshed += ForgetWhatMayHaveChanged;
    }

    /// <summary>The router of this process; set once, before the first call.</summary>
    public CallRouter? Router { get; set; }

    /// <summary>This silo, once it has joined; null in a process that hosts no grains.</summary>
    public SiloAddress? Self { get; set; }

    /// <summary>Finds the owner of a call's group and hands the call over.</summary>
    public void Route(GrainCall call)
    {
        var group = PlacementGroup.Of(call.GrainId);
        if (call.Origin is not null)
        {
            // Someone thinks that it is here. The store knows.
            _ownership!.Claim(group, call);
            return;
        }

        if (_hints.TryGetValue(group, out var hint))
        {
            Send(call, hint);
            return;
        }

        var view = _membership.View;
        if (!_unwilling.IsEmpty) view = view with { Overdue = view.Overdue.AddRange(_unwilling.Keys) };
        if (Placement.Choose(group, view) is not { } place)
            call.Refuse(new SiloUnavailableException($"{call.Name} on {call.GrainId} was not sent: no silo takes work."));
        else if (place == Self) _ownership!.Claim(group, call);
        else Send(call, place);
    }

    public void Claimed(GrainCall call, string group, SiloAddress? owner)
    {
        if (owner is { } self && self == Self) Router!.Route(call);
        else if (call.Origin is { } origin) origin.NotHere(call, owner);
        else if (owner is { } other) Send(call, Remember(group, other));
        else call.Refuse(new SiloUnavailableException($"{call.Name} on {call.GrainId} was refused: this silo takes no more work."));
    }

    /// <summary>A silo has refused a call unseen, because it does not own the call's group.</summary>
    /// <param name="call">The call.</param>
    /// <param name="from">Who refused it.</param>
    /// <param name="owner">Who owns the group, as far as the silo knows; null if the silo takes no work.</param>
    public void NotHere(GrainCall call, SiloAddress from, SiloAddress? owner)
    {
        var group = PlacementGroup.Of(call.GrainId);
        _hints.TryRemove(KeyValuePair.Create(group, from));
        if (call.Reference is { } reference) reference.Hint = null;
        if (owner is { } other) Remember(group, other);
        else _unwilling[from] = true;
        if (++call.Hops > MaxHops) call.Refuse(new SiloUnavailableException($"{call.Name} on {call.GrainId} was not sent: its owner is changing."));
        else if (owner is { } self && self == Self)
        {
            // The answer to an earlier claim was lost: claiming anew brings it. Placement may for ever point to whoever says that it is here.
            _ownership!.Claim(group, call);
        }
        else Router!.Route(call);
    }

    /// <summary>Sends a push to an observer of another process. A process that is not linked misses it.</summary>
    /// <returns>False if it was dropped.</returns>
    public bool TryPush(GrainCall call, string process)
    {
        if (_linked.TryGetValue(process, out var link)) return link.TrySend(new RequestFrame(call, Timeout.InfiniteTimeSpan));
        if (!SiloAddress.TryParse(process, out var silo)) return false;
        _peers.Get(silo).Deliver(call);
        return true;
    }

    /// <summary>A process has linked itself to this silo: pushes to its observers go back through the same link.</summary>
    public void Accepted(Link link) => _linked[link.Peer.Name] = link;

    public void Closed(Link link) => _linked.TryRemove(KeyValuePair.Create(link.Peer.Name, link));

    private void Send(GrainCall call, SiloAddress silo)
    {
        var peer = _peers.Get(silo);
        if (call.Reference is { } reference) reference.Hint = peer;
        peer.Deliver(call);
    }

    private SiloAddress Remember(string group, SiloAddress owner)
    {
        if (owner == Self) return owner;
        if (_hints.Count >= MaxHints) _hints.Clear();
        _hints[group] = owner;

        // It may be new, or its name may have been under way for so long that it is dead by now and its end forgotten.
        if (_membership.Find(owner) is null) _remembersStrangers = true;
        return owner;
    }

    private void ForgetWhatMayHaveChanged()
    {
        // A silo that said that it takes no work is asked again once it may have been heard of.
        _unwilling.Clear();
        if (Interlocked.Exchange(ref _remembersStrangers, false)) ForgetStrangers(_membership.View);
    }

    private void Bury(MembershipView view)
    {
        foreach (var gone in _known.Except(view.Silos.Select(silo => silo.Address))) _peers.Bury(gone);
        _known = [.. view.Silos.Select(silo => silo.Address)];
        ForgetStrangers(view);
    }

    private void ForgetStrangers(MembershipView view)
    {
        var here = view.Silos.Select(silo => silo.Address).ToHashSet();
        foreach (var hint in _hints)
        {
            if (!here.Contains(hint.Value)) _hints.TryRemove(hint);
        }
    }
}
