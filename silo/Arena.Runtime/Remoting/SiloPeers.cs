using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Arena.Runtime;

/// <summary>The silos that this process talks to: a link to each, made when it is first needed and made anew when it has ended.</summary>
internal sealed class SiloPeers(ITransport transport, ClusterOptions options, TimeProvider time, PendingCalls pending, ILogger logger)
{
    private readonly ConcurrentDictionary<SiloAddress, SiloPeer> _peers = new();

    /// <summary>Hears the links that are made from here; set once, before the first call.</summary>
    public ILinkReceiver? Receiver { get; set; }

    /// <summary>Hears of every link to a silo that has ended: what was subscribed to through it is gone.</summary>
    public event Action<SiloAddress>? LinkLost;

    /// <summary>The peer of a silo, which may still be connecting.</summary>
    public SiloPeer Get(SiloAddress silo)
    {
        while (true)
        {
            if (_peers.TryGetValue(silo, out var peer))
            {
                if (!peer.IsRetired) return peer;
                _peers.TryRemove(KeyValuePair.Create(silo, peer));
                continue;
            }

            peer = new SiloPeer(silo, this, options);
            if (!_peers.TryAdd(silo, peer)) continue;
            _ = ConnectAsync(peer);
            return peer;
        }
    }

    public SiloPeer? Find(SiloAddress silo) => _peers.GetValueOrDefault(silo);

    /// <summary>A silo is dead: whoever waits for its answers hears so now, instead of waiting until patience ends for one that stands still.</summary>
    public void Bury(SiloAddress silo) => Find(silo)?.Cut("the silo is dead");

    /// <summary>How long the silo may take before the caller has given up.</summary>
    public TimeSpan TimeLeft(GrainCall call) => pending.TimeLeft(call);

    /// <summary>A link that was made from here has ended.</summary>
    public void Closed(Link link, string reason)
    {
        if (link.Peer.Silo is not { } silo || !_peers.TryGetValue(silo, out var peer)) return;
        _peers.TryRemove(KeyValuePair.Create(silo, peer));
        logger.LinkEnded(link.Peer.Name, reason, peer.Close(reason));
        LinkLost?.Invoke(silo);
    }

    private async Task ConnectAsync(SiloPeer peer)
    {
        using var limit = new CancellationTokenSource(options.ConnectTimeout, time);
        try
        {
            var link = await transport.ConnectAsync(peer.Silo, Receiver!, limit.Token);
            logger.Linked(link.Peer.Name);
            peer.Open(link);
        }
        catch (Exception exception)
        {
            logger.Unreachable(exception, peer.Silo);
            _peers.TryRemove(KeyValuePair.Create(peer.Silo, peer));
            peer.Fail(exception);
        }
    }
}
