namespace Arena.Runtime.TestingHost;

/// <summary>
/// The network of a cluster within one process: the same frames as over TCP, handed over in order. Without delays they arrive as soon as
/// the receiver's turn comes; links can be cut, and processes kept apart.
/// </summary>
/// <param name="time">By which frames are under way; null for the system's.</param>
public sealed class MemoryNetwork(TimeProvider? time = null)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Host, int Port), MemoryTransport> _listeners = [];
    private readonly HashSet<(string, string)> _apart = [];
    private readonly List<MemoryLink> _links = [];
    private int _lastPort = 10_000;

    /// <summary>How long a frame takes; null for no time at all. Drawn for each frame; order is kept all the same.</summary>
    public Func<TimeSpan>? Delay { get; set; }

    /// <summary>Hears of each frame as it is sent: from which process, to which, and its bytes. For checks.</summary>
    public Action<string, string, ReadOnlyMemory<byte>>? Sending { get; set; }

    internal TimeProvider Time { get; } = time ?? TimeProvider.System;

    /// <summary>Cuts every link between two processes, and lets them make no new one until <see cref="Reunite"/>.</summary>
    /// <param name="one">A process, by its name in the network.</param>
    /// <param name="other">Another.</param>
    public void Part(string one, string other)
    {
        lock (_lock) _apart.Add(Pair(one, other));
        Cut(one, other);
    }

    /// <summary>Cuts every link between two processes. They may make new ones.</summary>
    /// <param name="one">A process, by its name in the network.</param>
    /// <param name="other">Another.</param>
    public void Cut(string one, string other) =>
        CloseLinks(link => Pair(link.Local.Place, link.Remote.Place) == Pair(one, other), "the network failed");

    /// <summary>Undoes <see cref="Part"/>.</summary>
    /// <param name="one">A process.</param>
    /// <param name="other">Another.</param>
    public void Reunite(string one, string other)
    {
        lock (_lock) _apart.Remove(Pair(one, other));
    }

    internal MemoryTransport CreateTransport(string place, ITurnDispatcher dispatcher, TimeProvider time) => new(this, place, dispatcher, time);

    internal (string Host, int Port) Listen(MemoryTransport transport)
    {
        lock (_lock)
        {
            var address = (transport.Place, ++_lastPort);
            _listeners.Add(address, transport);
            return address;
        }
    }

    internal MemoryLink Connect(MemoryTransport from, SiloAddress to, ILinkReceiver receiver)
    {
        MemoryLink near;
        MemoryLink far;
        MemoryTransport? listener;
        lock (_lock)
        {
            if (!_listeners.TryGetValue((to.Host, to.Port), out listener) || listener.Self?.Silo != to || _apart.Contains(Pair(from.Place, listener.Place)))
                throw new LinkException($"{to} cannot be reached.");
            near = new MemoryLink(this, from, listener, receiver);
            far = new MemoryLink(this, listener, from, listener.Receiver!);
            near.Other = far;
            far.Other = near;
            _links.Add(near);
            _links.Add(far);
        }

        far.Post(far.ReportAccepted);
        return near;
    }

    internal void Forget(MemoryLink link)
    {
        lock (_lock) _links.Remove(link);
    }

    internal void Stop(MemoryTransport transport)
    {
        lock (_lock)
        {
            foreach (var address in _listeners.Where(entry => entry.Value == transport).Select(entry => entry.Key).ToList())
                _listeners.Remove(address);
        }

        CloseLinks(link => link.Local == transport, "the process stopped");
    }

    private static (string, string) Pair(string one, string other) =>
        string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);

    private void CloseLinks(Func<MemoryLink, bool> which, string reason)
    {
        MemoryLink[] links;
        lock (_lock) links = [.. _links.Where(which)];
        foreach (var link in links) link.Close(reason);
    }
}
