using System.Diagnostics.CodeAnalysis;

namespace Arena.Runtime;

/// <summary>The links of this process, up to a limit. Each is carried until it ends, and all end with the set.</summary>
internal sealed class LinkSet(TransportServices services)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TcpLink, Task> _links = [];
    private bool _isClosed;

    /// <summary>Makes a link of a connection that is proved. Its owner announces it before it starts.</summary>
    /// <returns>False if there are too many, or no more are made.</returns>
    public bool TryAdd(Stream stream, ProvedPeer peer, ILinkReceiver receiver, [NotNullWhen(true)] out TcpLink? link)
    {
        link = null;
        lock (_lock)
        {
            if (_isClosed || _links.Count >= services.Options.MaxLinks) return false;
            link = new TcpLink(stream, peer, receiver, services);
            _links.Add(link, Task.CompletedTask);
        }

        services.Metrics.LinkBegan();
        return true;
    }

    public void Start(TcpLink link)
    {
        lock (_lock) _links[link] = RunAsync(link);
    }

    /// <summary>Closes all links.</summary>
    /// <returns>Completes when their receivers know.</returns>
    public Task CloseAsync(string reason)
    {
        List<KeyValuePair<TcpLink, Task>> links;
        lock (_lock)
        {
            _isClosed = true;
            links = [.. _links];
        }

        foreach (var (link, _) in links) link.Close(reason);
        return Task.WhenAll(links.Select(entry => entry.Value));
    }

    private async Task RunAsync(TcpLink link)
    {
        // It must be kept before it can be forgotten.
        await Task.Yield();
        await link.RunAsync();
        lock (_lock) _links.Remove(link);
        services.Metrics.LinkEnded();
    }
}
