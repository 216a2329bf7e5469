namespace Arena.Runtime.TestingHost;

/// <summary>
/// The cluster store in memory, for clusters within one process. It holds the same invariants as the one on PostgreSQL, by one lock, and
/// its time is a <see cref="TimeProvider"/>'s. It can be taken down and brought back.
/// </summary>
public sealed class MemoryClusterStore : IClusterStore
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Dictionary<SiloAddress, MemoryLease> _silos = [];
    private readonly Dictionary<string, GroupOwner> _owners = new(StringComparer.Ordinal);
    private readonly long _start;
    private TimeSpan _up = TimeSpan.MinValue;
    private long _version;
    private long _generation;
    private long _epoch;
    private bool _down;

    /// <summary>An empty store.</summary>
    /// <param name="time">The store's clock.</param>
    public MemoryClusterStore(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _start = time.GetTimestamp();
    }

    /// <summary>Whether every method fails. Once it is back, each lease has at least one more time to live.</summary>
    public bool IsDown
    {
        get
        {
            lock (_lock) return _down;
        }

        set
        {
            lock (_lock)
            {
                if (_down && !value) _up = Now;
                _down = value;
            }
        }
    }

    /// <summary>How many placement groups have an owner.</summary>
    public int OwnedGroups
    {
        get
        {
            lock (_lock) return _owners.Count;
        }
    }

    /// <summary>Whether a silo is not dead and its lease has not run out, as the store sees it.</summary>
    /// <param name="silo">The silo.</param>
    /// <returns>Whether nobody else can own what it owns.</returns>
    public bool HoldsLease(SiloAddress silo)
    {
        lock (_lock) return _silos.TryGetValue(silo, out var lease) && !HasRunOut(lease);
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellationToken) => Run(static () => true, cancellationToken);

    /// <inheritdoc/>
    public Task<SiloAddress> JoinAsync(string host, int port, TimeSpan timeToLive, CancellationToken cancellationToken) => Run(
        () =>
        {
            foreach (var earlier in _silos.Keys.Where(silo => silo.Host == host && silo.Port == port).ToList()) Remove(earlier);
            var silo = new SiloAddress(host, port, ++_generation);
            _silos.Add(silo, new MemoryLease(SiloState.Active, 0, timeToLive, Now + timeToLive));
            _version++;
            return silo;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RenewAsync(SiloAddress silo, int load, TimeSpan timeToLive, CancellationToken cancellationToken) => Run(
        () =>
        {
            if (!_silos.TryGetValue(silo, out var lease) || HasRunOut(lease)) return false;
            _silos[silo] = new MemoryLease(lease.State, load, timeToLive, Now + timeToLive);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<MembershipView> ReadAsync(CancellationToken cancellationToken) => Run(
        () =>
        {
            var silos = _silos.OrderBy(entry => entry.Key.Host, StringComparer.Ordinal)
                .ThenBy(entry => entry.Key.Port).ThenBy(entry => entry.Key.Generation).ToList();
            return new MembershipView(
                _version,
                [.. silos.Select(entry => new SiloEntry(entry.Key, entry.Value.State, entry.Value.Load))],
                [.. silos.Where(entry => HasRunOut(entry.Value)).Select(entry => entry.Key)]);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeclareDeadAsync(SiloAddress silo, CancellationToken cancellationToken) => Run(
        () =>
        {
            if (!_silos.TryGetValue(silo, out var lease)) return true;
            if (!HasRunOut(lease)) return false;
            Remove(silo);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task DrainAsync(SiloAddress silo, CancellationToken cancellationToken) => Run(
        () =>
        {
            if (!_silos.TryGetValue(silo, out var lease) || lease.State != SiloState.Active) return false;
            _silos[silo] = lease with { State = SiloState.Draining };
            _version++;
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task LeaveAsync(SiloAddress silo, CancellationToken cancellationToken) => Run(() => Remove(silo), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<GroupOwner?>> ClaimAsync(
        IReadOnlyList<string> groups, SiloAddress silo, CancellationToken cancellationToken) => Run<IReadOnlyList<GroupOwner?>>(
        () =>
        {
            var mayClaim = _silos.TryGetValue(silo, out var lease) && lease.State == SiloState.Active && !HasRunOut(lease);
            var owners = new GroupOwner?[groups.Count];
            for (var i = 0; i < owners.Length; i++)
            {
                if (!_owners.TryGetValue(groups[i], out owners[i]) && mayClaim)
                    _owners.Add(groups[i], owners[i] = new GroupOwner(silo, ++_epoch));
            }

            return owners;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(IReadOnlyList<string> groups, SiloAddress silo, CancellationToken cancellationToken) => Run(
        () =>
        {
            foreach (var group in groups)
            {
                if (_owners.TryGetValue(group, out var owner) && owner.Silo == silo) _owners.Remove(group);
            }

            return true;
        },
        cancellationToken);

    private bool HasRunOut(MemoryLease lease) => Now >= lease.Until && (_up == TimeSpan.MinValue || Now >= _up + lease.TimeToLive);

    /// <summary>The dead own nothing: what they had goes with them.</summary>
    private bool Remove(SiloAddress silo)
    {
        if (!_silos.Remove(silo)) return false;
        foreach (var (group, _) in _owners.Where(entry => entry.Value.Silo == silo).ToList()) _owners.Remove(group);
        _version++;
        return true;
    }

    private Task<T> Run<T>(Func<T> step, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);
        lock (_lock)
        {
            return _down ? Task.FromException<T>(new IOException("The cluster store is down.")) : Task.FromResult(step());
        }
    }
}
