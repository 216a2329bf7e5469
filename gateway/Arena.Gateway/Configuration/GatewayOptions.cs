using System.ComponentModel.DataAnnotations;
using Arena.GrainInterfaces;

namespace Arena.Gateway.Configuration;

/// <summary>The bounds of one gateway. Section <c>Arena:Gateway</c>.</summary>
public sealed class GatewayOptions
{
    public const string Section = "Arena:Gateway";

    /// <summary>Bytes of one message from a browser.</summary>
    [Range(1_024, 1_048_576)]
    public int MaxMessageBytes { get; set; } = 4_096;

    /// <summary>Messages a connection may send in a second, over time.</summary>
    [Range(1, 10_000)]
    public int MessagesPerSecond { get; set; } = 10;

    /// <summary>Messages a connection may send at once after a quiet time.</summary>
    [Range(1, 10_000)]
    public int MessageBurst { get; set; } = 30;

    /// <summary>Messages of a connection that may be refused in a minute, as too many or as none of Arena's, before it is closed.</summary>
    [Range(1, 1_000_000)]
    public int MaxRefusedMessages { get; set; } = 200;

    /// <summary>Connections of browsers.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; set; } = 20_000;

    /// <summary>Connections of browsers in one network: a school has one, and a page that reconnects holds two for a moment.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnectionsPerAddress { get; set; } = 1_000;

    /// <summary>Sessions that one address may launch in a minute.</summary>
    [Range(1, 1_000_000)]
    public int LaunchesPerMinute { get; set; } = 30;

    /// <summary>Live sessions that authors without an account in one network may have launched through this gateway: a school's teachers.</summary>
    [Range(1, 1_000_000)]
    public int MaxGuestSessionsPerAddress { get; set; } = 100;

    /// <summary>Join codes without a game that one address may try at once: a whole room may mistype.</summary>
    [Range(1, 1_000_000)]
    public int CodeMissBurst { get; set; } = 120;

    /// <summary>And as many in a minute after that.</summary>
    [Range(1, 1_000_000)]
    public int CodeMissesPerMinute { get; set; } = 30;

    /// <summary>Answers that wait on this gateway for one session.</summary>
    [Range(16, 1_000_000)]
    public int MaxWaitingAnswers { get; set; } = 20_000;

    /// <summary>Reactions that a player may send at once after a quiet time.</summary>
    [Range(1, 1_000)]
    public int ReactionBurst { get; set; } = 5;

    /// <summary>And as many in a minute after that.</summary>
    [Range(1, 10_000)]
    public int ReactionsPerMinute { get; set; } = 90;

    /// <summary>Changes of the face that a player may make at once in the lobby.</summary>
    [Range(1, 1_000)]
    public int FaceChangeBurst { get; set; } = 10;

    /// <summary>And as many in a minute after that.</summary>
    [Range(1, 10_000)]
    public int FaceChangesPerMinute { get; set; } = 30;

    /// <summary>How often the link to a player is measured, about, in milliseconds, after it has been more often.</summary>
    [Range(1_000, 40_000)]
    public int PingIntervalMs { get; set; } = 30_000;

    /// <summary>How long a browser may leave unread what the server has sent, in milliseconds, before its connection is cut.</summary>
    [Range(1_000, 600_000)]
    public int SlowConsumerTimeoutMs { get; set; } = 10_000;

    /// <summary>Players of one session who join or leave at once; the others wait for their turn.</summary>
    [Range(1, 10_000)]
    public int MaxConcurrentJoins { get; set; } = 64;

    /// <summary>How often a subscription is renewed, in milliseconds: at least three times in its life (<see cref="SubscriptionTimings"/>).</summary>
    [Range(1_000, SubscriptionTimings.LongestRenewalMs)]
    public int RenewalMs { get; set; } = 30_000;

    /// <summary>
    /// How long a gateway that stops takes to send its browsers to the others, in milliseconds: half of it for the proxy to notice, half to
    /// spread them. 0 where there is no other gateway.
    /// </summary>
    [Range(0, 300_000)]
    public int DrainMs { get; set; }

    /// <summary>Web origins, beside the gateway's own, whose pages may open the hub: scheme, host and port, exactly.</summary>
    public List<string> Origins { get; } = [];

    /// <summary>Web origins whose pages may show a game by its screen link in a frame: scheme, host and port, exactly. Arena's own pages always may.</summary>
    public List<string> FrameOrigins { get; } = [];

    /// <summary>Browsers that watch one session through this gateway by its screen link.</summary>
    [Range(1, 100_000)]
    public int MaxScreensPerSession { get; set; } = 200;

    /// <summary>
    /// The address under which browsers reach this gateway, for links and QR codes; its pages may open the hub. Null to go by the host's browser.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Where to report a weakness, as <c>mailto:</c> or <c>https:</c>, for <c>/.well-known/security.txt</c> (RFC 9116). Null for no such file.</summary>
    public Uri? SecurityContact { get; set; }

    /// <summary>Reports of violated page policies that one network may send in a minute.</summary>
    [Range(1, 1_000_000)]
    public int PolicyReportsPerMinute { get; set; } = 20;

    /// <summary>
    /// Addresses or networks of the proxies before this gateway, whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed.
    /// </summary>
    public List<string> KnownProxies { get; } = [];

    /// <summary>Where earlier releases kept the keys that protect tokens, relative to the content root: they are still read.</summary>
    [Required]
    public string KeyFolder { get; set; } = "data/keys";

    /// <summary>
    /// PEM files, each with a certificate of RSA and its private key, that encrypt the keys which protect tokens. The first one encrypts; the
    /// others still decrypt what they encrypted before.
    /// </summary>
    public List<string> KeyCertificates { get; } = [];
}
