using Microsoft.Extensions.Logging;

namespace Arena.Runtime;

/// <summary>
/// The placement groups that this silo owns. What holds here:
/// <list type="number">
/// <item>A grain is activated here only while its group is owned, and a group is not given up while one of its grains is: an
/// activation pins its group from before its creation until after its end.</item>
/// <item>A group that is being given up is neither owned nor claimed: whoever wants it waits for the release and claims it anew; as long as
/// a grain of it has not ended, whoever wants another one is refused.</item>
/// <item>Claims that wait share one round trip to the store.</item>
/// </list>
/// </summary>
internal sealed class GroupOwnership(IClusterStore store, ClusterOptions options, ILogger logger)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _pins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<GrainCall>> _claims = new(StringComparer.Ordinal);
    private readonly HashSet<string> _quiet = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leaving = new(StringComparer.Ordinal);
    private List<string> _next = [];
    private bool _claiming;
    private SiloAddress _self;

    /// <summary>Where calls go whose group has been looked up; set once, before the first call.</summary>
    public IClaimedCalls? Calls { get; set; }

    /// <summary>Whether groups are given up as soon as they are quiet.</summary>
    public bool IsHandingOver { get; set; }

    public int Count
    {
        get
        {
            lock (_lock) return _pins.Count;
        }
    }

    public void Start(SiloAddress self) => _self = self;

    /// <summary>Keeps a group from being given up. False if this silo does not own it.</summary>
    public bool TryPin(string group)
    {
        lock (_lock)
        {
            if (_leaving.Contains(group) || !_pins.TryGetValue(group, out var pins)) return false;
            _pins[group] = pins + 1;
            _quiet.Remove(group);
            return true;
        }
    }

    /// <summary>Undoes one <see cref="TryPin"/>. While the silo hands over, the last one gives the group up at once.</summary>
    public void Unpin(string group)
    {
        lock (_lock)
        {
            if (--_pins[group] > 0 || !IsHandingOver) return;
            _leaving.Add(group);
        }

        _ = ReleaseAsync([group], CancellationToken.None);
    }

    /// <summary>
    /// Nothing of the group is activated here any more, and it is given up with the last activation that there is. Without this, whoever
    /// hears that a grain of it has ended, and calls it, would find it here again.
    /// </summary>
    public void Leave(string group)
    {
        lock (_lock)
        {
            if (_pins.GetValueOrDefault(group) > 0) _leaving.Add(group);
        }
    }

    /// <summary>Claims the group of a call for this silo, and hands the call on when its owner is known.</summary>
    public void Claim(string group, GrainCall call)
    {
        lock (_lock)
        {
            // It may be called by the very one whose end is waited for.
            if (_leaving.Contains(group) && _pins.GetValueOrDefault(group) > 0)
            {
                call.Refuse(new SiloUnavailableException($"{call.GrainId} is moving to another silo."));
                return;
            }

            if (!_claims.TryGetValue(group, out var waiting))
            {
                _claims.Add(group, waiting = []);
                if (!_leaving.Contains(group)) _next.Add(group);
            }

            if (waiting.Count >= options.MaxCallsPerClaim)
            {
                call.Refuse(new LimitExceededException(nameof(ClusterOptions.MaxCallsPerClaim), waiting.Count, options.MaxCallsPerClaim, call.GrainId));
                return;
            }

            waiting.Add(call);
            if (_claiming || _next.Count == 0) return;
            _claiming = true;
        }

        _ = ClaimAllAsync();
    }

    /// <summary>
    /// Gives up the groups that had no activation when this was called last and have had none since.
    /// </summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        string[] idle;
        lock (_lock)
        {
            idle = [.. _quiet.Where(group => _pins[group] == 0).Order(StringComparer.Ordinal)];
            _leaving.UnionWith(idle);
            _quiet.Clear();
            _quiet.UnionWith(_pins.Where(entry => entry.Value == 0 && !_leaving.Contains(entry.Key)).Select(entry => entry.Key));
        }

        if (idle.Length > 0) await ReleaseAsync(idle, cancellationToken);
    }

    private async Task ReleaseAsync(string[] groups, CancellationToken cancellationToken)
    {
        var released = false;
        try
        {
            await store.ReleaseAsync(groups, _self, cancellationToken);
            released = true;
        }
        catch (Exception exception)
        {
            logger.DirectoryFailed(exception, groups.Length);
        }

        lock (_lock)
        {
            _leaving.ExceptWith(groups);

            // When the release failed it may have taken effect all the same: only a claim tells.
            foreach (var group in groups) _pins.Remove(group);
            if (!released) _next.AddRange(groups.Where(group => !_claims.ContainsKey(group) && _claims.TryAdd(group, [])));
            _next.AddRange(groups.Where(group => _claims.ContainsKey(group) && !_next.Contains(group)));
            if (_claiming || _next.Count == 0) return;
            _claiming = true;
        }

        await ClaimAllAsync();
    }

    private async Task ClaimAllAsync()
    {
        while (true)
        {
            List<string> groups;
            lock (_lock)
            {
                if (_next.Count == 0)
                {
                    _claiming = false;
                    return;
                }

                (groups, _next) = (_next, []);
            }

            await ClaimAsync(groups);
        }
    }

    private async Task ClaimAsync(List<string> groups)
    {
        IReadOnlyList<GroupOwner?> owners;
        try
        {
            owners = await store.ClaimAsync(groups, _self, CancellationToken.None);
        }
        catch (Exception exception)
        {
            logger.DirectoryFailed(exception, groups.Count);
            var reason = new SiloUnavailableException("The directory cannot be reached.", exception);
            foreach (var call in groups.SelectMany(Settle)) call.Refuse(reason);
            return;
        }

        for (var i = 0; i < groups.Count; i++)
        {
            var owner = owners[i]?.Silo;
            if (owner == _self)
            {
                lock (_lock) _pins.TryAdd(groups[i], 0);
            }

            foreach (var call in Settle(groups[i])) Calls!.Claimed(call, groups[i], owner);
        }
    }

    private List<GrainCall> Settle(string group)
    {
        lock (_lock) return _claims.Remove(group, out var waiting) ? waiting : [];
    }
}

/// <summary>Takes calls whose group has been looked up.</summary>
internal interface IClaimedCalls
{
    /// <summary>The owner is known.</summary>
    /// <param name="call">The call, which nobody has seen yet.</param>
    /// <param name="group">Its group.</param>
    /// <param name="owner">Who owns the group; null if nobody does and this silo may not.</param>
    void Claimed(GrainCall call, string group, SiloAddress? owner);
}
