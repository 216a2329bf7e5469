namespace Arena.TestKit.Silos;

/// <summary>
/// Which silos are in the cluster. Each host learns of a change at its own time, so that views differ until then. Silos that the others
/// cannot reach for a while are declared dead; one that learns so about itself ends, but may act until then.
/// </summary>
public sealed class SimulatedMembership
{
    private static readonly TimeSpan ProbePeriod = TimeSpan.FromMilliseconds(500);

    private readonly SimulatedCluster _cluster;
    private readonly List<SimulatedSilo> _members = [];
    private readonly Dictionary<SimulatedSilo, TimeSpan> _outOfReach = [];
    private long _version;
    private bool _isOver;

    internal SimulatedMembership(SimulatedCluster cluster) => _cluster = cluster;

    /// <summary>The silos in the cluster, in the order in which they joined.</summary>
    public IReadOnlyList<SimulatedSilo> Members => _members;

    /// <summary>The others have voted: the silo is out, though it may still run.</summary>
    /// <param name="silo">The silo.</param>
    public void DeclareDead(SimulatedSilo silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        _outOfReach.Remove(silo);
        if (!_members.Remove(silo))
            return;
        Tell();
        Tell(silo, _cluster.Options.SiloNoticeDelay());
    }

    /// <summary>Sends the current silos to every host.</summary>
    private void Tell()
    {
        _version++;
        foreach (var silo in _cluster.Silos.Where(silo => _members.Contains(silo)))
            Tell(silo, _cluster.Options.SiloNoticeDelay());
        foreach (var client in _cluster.Clients)
            Tell(client, _cluster.Options.ClientNoticeDelay());
    }

    internal void Join(SimulatedSilo silo)
    {
        _members.Add(silo);
        Tell();
        silo.Joined = _version;
        silo.Hear(_version, _members);
    }

    internal void Leave(SimulatedSilo silo)
    {
        if (_members.Remove(silo))
            Tell();
    }

    internal void End() => _isOver = true;

    internal async Task WatchAsync()
    {
        while (!_isOver)
        {
            await Task.Delay(ProbePeriod, _cluster.Scheduler.Time);
            foreach (var silo in _members.ToArray())
                Probe(silo);
        }
    }

    private void Probe(SimulatedSilo silo)
    {
        var others = _members.FindAll(other => other != silo && other.Process is { IsDead: false, IsPaused: false });
        var reaching = others.Count(other => silo.Process is { IsDead: false, IsPaused: false } && _cluster.Network.IsLinked(other, silo));
        if (others.Count == 0 || reaching * 2 >= others.Count)
        {
            _outOfReach.Remove(silo);
            return;
        }

        _outOfReach[silo] = _outOfReach.GetValueOrDefault(silo) + ProbePeriod;
        if (_outOfReach[silo] >= _cluster.Options.DeathVote)
            DeclareDead(silo);
    }

    private void Tell(SimulatedHost host, TimeSpan wait)
    {
        SimulatedSilo[] told = [.. _members];
        var version = _version;
        _cluster.After(wait, () => host.Process.Start(() => host.Hear(version, told)));
    }
}
