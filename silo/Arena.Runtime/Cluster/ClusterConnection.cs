namespace Arena.Runtime;

/// <summary>What silos and clients share: who is in the cluster, and links to them.</summary>
internal sealed class ClusterConnection
{
    private readonly ClusterServices _cluster;
    private readonly ObserverRegistry _observers;
    private readonly CallReceiver _receiver;
    private readonly MembershipLoop _loop;
    private Task? _stopping;

    public ClusterConnection(
        ClusterServices cluster, SiloServices services, ManifestIndex manifest, ObserverRegistry observers, PendingCalls pending,
        GroupOwnership? ownership)
    {
        _cluster = cluster;
        _observers = observers;
        Peers = new SiloPeers(cluster.Transport, cluster.Options, services.Time, pending, services.Logger);
        Routing = new ClusterRouting(Membership, Peers, ownership);
        _receiver = new CallReceiver(services, manifest, Peers, Routing);
        Peers.Receiver = _receiver;
        _loop = new MembershipLoop(cluster.Store, Membership, cluster.Options.PollPeriod, services.Time, services.Logger);
    }

    public Membership Membership { get; } = new();

    public SiloPeers Peers { get; }

    public ClusterRouting Routing { get; }

    public ILinkReceiver Receiver => _receiver;

    /// <summary>Ties the knot: the router sends through this, and what comes in goes to the router.</summary>
    public void Attach(CallRouter router)
    {
        Routing.Router = router;
        _receiver.Router = router;
    }

    public async Task StartAsync(PeerIdentity self, CancellationToken cancellationToken)
    {
        _observers.Process = self.Name;
        Routing.Self = self.Silo;
        _cluster.Transport.Identify(self);
        await _loop.StartAsync(self.Silo, cancellationToken);
    }

    /// <summary>Ends the reading and all links. Harmless when repeated.</summary>
    public Task StopAsync() => _stopping ??= StopOnceAsync();

    private async Task StopOnceAsync()
    {
        await _loop.StopAsync();
        await _cluster.Transport.StopAsync();
    }
}
