namespace Arena.Runtime;

/// <summary>How the processes of a cluster reach each other, and the limits of their links. Validated at start.</summary>
public sealed class TransportOptions
{
    /// <summary>The configuration section that holds them.</summary>
    public const string SectionName = "Arena:Cluster";

    /// <summary>The IP address on which a silo listens for the others; <c>0.0.0.0</c> or <c>::</c> for all of the machine.</summary>
    public string ListenAddress { get; set; } = "127.0.0.1";

    /// <summary>The port on which a silo listens for the others; 0 leaves it to the system.</summary>
    public int ListenPort { get; set; } = 11_111;

    /// <summary>The host name or IP address under which others reach this silo; the listening address if there is none.</summary>
    public string? AdvertisedHost { get; set; }

    /// <summary>The secret that all processes of one cluster share, and nobody else knows.</summary>
    public string Key { get; set; } = "";

    /// <summary>How large a frame may be, in bytes. The same in every process of a cluster.</summary>
    public int MaxFrameBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>How many bytes may wait to be sent on one link. When more would, sending is refused.</summary>
    public int MaxQueuedBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>How many links this process may have.</summary>
    public int MaxLinks { get; set; } = 1_000;

    /// <summary>How many connections may be about to prove the cluster key. When another one comes, the oldest is closed.</summary>
    public int MaxUnprovedConnections { get; set; } = 128;

    /// <summary>How long connecting, TLS and the proof of the cluster key may take together.</summary>
    public TimeSpan HandshakeTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a sign of life is sent.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>After how long without a sign of life from the other end a link is closed.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether and how links are encrypted.</summary>
    public TransportTlsOptions Tls { get; } = new();
}
