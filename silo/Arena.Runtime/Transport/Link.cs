using System.Buffers;

namespace Arena.Runtime;

/// <summary>
/// A connection to another process of the cluster, authenticated, that carries frames both ways. What every implementation holds: frames
/// arrive whole, in order, and at most once; sending never blocks and never waits; a link that has failed is closed for good, and whoever
/// needs another one connects anew.
/// </summary>
internal abstract class Link
{
    /// <summary>Who is at the other end, proved by the handshake.</summary>
    public abstract PeerIdentity Peer { get; }

    /// <summary>The version of the protocol that both ends speak.</summary>
    public abstract int ProtocolVersion { get; }

    /// <summary>Whether frames can still be sent.</summary>
    public abstract bool IsOpen { get; }

    /// <summary>Queues a frame; from any thread. The frame is written before this returns.</summary>
    /// <typeparam name="TFrame">What is sent.</typeparam>
    /// <param name="frame">Writes itself.</param>
    /// <returns>False if the link is closed or its queue is full: nothing was sent.</returns>
    /// <exception cref="FrameTooLargeException">The frame is larger than the limit. Nothing was sent, and the link lives.</exception>
    public abstract bool TrySend<TFrame>(in TFrame frame)
        where TFrame : struct, IFrame, allows ref struct;

    /// <summary>Closes the link. What is queued may be lost. Harmless when repeated.</summary>
    /// <param name="reason">For the log and for <see cref="ILinkReceiver.Closed"/>.</param>
    public abstract void Close(string reason);
}

/// <summary>Something that can be sent.</summary>
internal interface IFrame
{
    /// <summary>Writes the frame's body.</summary>
    void Write(IBufferWriter<byte> output);
}

/// <summary>Hears what a link brings.</summary>
internal interface ILinkReceiver
{
    /// <summary>A link is ready; for the listening side. Called before its first frame.</summary>
    void Accepted(Link link);

    /// <summary>A frame came. One at a time for each link; must not block. An exception closes the link.</summary>
    void Received(Link link, ReadOnlySpan<byte> frame);

    /// <summary>The link has ended. Called once, after the last frame.</summary>
    void Closed(Link link, string reason);
}

/// <summary>Makes links.</summary>
internal interface ITransport
{
    /// <summary>Starts to take links from others.</summary>
    /// <param name="receiver">Hears them.</param>
    /// <param name="cancellationToken">Stops waiting for the start.</param>
    /// <returns>Where others reach this process: the host to tell them, and the port, which the configuration may leave to the system (0).</returns>
    Task<(string Host, int Port)> ListenAsync(ILinkReceiver receiver, CancellationToken cancellationToken);

    /// <summary>Says which life of this process the peers are to see. Before the first link, after the listening has begun.</summary>
    void Identify(PeerIdentity self);

    /// <summary>Connects to a silo and proves the cluster key both ways.</summary>
    /// <param name="silo">Exactly this life: if another one answers, the connection is refused.</param>
    /// <param name="receiver">Hears the link.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A link that is ready.</returns>
    /// <exception cref="LinkException">It could not be made.</exception>
    Task<Link> ConnectAsync(SiloAddress silo, ILinkReceiver receiver, CancellationToken cancellationToken);

    /// <summary>Takes no more links and closes all.</summary>
    Task StopAsync();
}

/// <summary>A process of the cluster, as its peers know it.</summary>
/// <param name="Name">Unique for its life: a silo's address as text, or <c>client-</c> and 32 random hexadecimal digits.</param>
/// <param name="Silo">The address, if it is a silo.</param>
internal sealed record PeerIdentity(string Name, SiloAddress? Silo)
{
    /// <summary>Of a silo.</summary>
    public static PeerIdentity Of(SiloAddress silo) => new(silo.ToString(), silo);

    /// <summary>Of a process that hosts no grains.</summary>
    public static PeerIdentity NewClient() => new("client-" + Guid.NewGuid().ToString("N"), null);
}

/// <summary>A link could not be made.</summary>
internal sealed class LinkException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>A frame exceeds the limit.</summary>
internal sealed class FrameTooLargeException(int bytes, int limit)
    : Exception($"A frame of {bytes} bytes exceeds the limit of {limit}.");
