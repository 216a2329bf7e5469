namespace Arena.Gateway.Play;

/// <summary>
/// The times by which both ends keep a connection alive and find out that it is dead. They depend on each other, so they are stated here
/// alone: the hub takes them from here, and so does the web client, whose contract is generated from this class. A test checks their order.
/// </summary>
public static class ConnectionTimings
{
    /// <summary>
    /// The shortest idle limit of a proxy that a connection has to survive. HAProxy's packages come with 50 s, nginx with 60 s, and some load
    /// balancers are set to 30 s.
    /// </summary>
    public const int ProxyIdleMs = 30_000;

    /// <summary>How long the gateway sends nothing before it sends a ping.</summary>
    public const int GatewayKeepAliveMs = 12_000;

    /// <summary>
    /// How long a client sends nothing before it sends a ping. Shorter than the gateway's, so that the gateway's ping makes a client answer
    /// even where the browser slows down the timers of a page in the background.
    /// </summary>
    public const int ClientKeepAliveMs = 10_000;

    /// <summary>How long the gateway waits for any message of a client before it closes the connection.</summary>
    public const int GatewayTimeoutMs = 30_000;

    /// <summary>How long a client waits for any message of the gateway before it opens another connection.</summary>
    public const int ClientTimeoutMs = 30_000;

    /// <summary>How long the gateway holds a poll that it has nothing to answer with, where a network lets neither WebSockets nor events through.</summary>
    public const int PollMs = 20_000;

    /// <summary>How long a client waits for a WebSocket to open before it takes the network for one that blocks them.</summary>
    public const int WebSocketStartMs = 4_000;

    /// <summary>How long a client waits for the reply to a request before it sends the request again.</summary>
    public const int RequestTimeoutMs = 8_000;

    /// <summary>How long a client in the foreground receives nothing before it asks for a reply. More in a game of many players.</summary>
    public const int ClientCheckMs = 4_000;

    /// <summary>How long a client receives nothing after a request before it opens another connection beside the silent one.</summary>
    public const int ClientSilenceMs = 1_500;

    /// <summary>
    /// How long a client waits for a connection to start, once one has started: a first packet that is lost is sent again after one second and
    /// after three.
    /// </summary>
    public const int ClientStartMs = 4_000;

    /// <summary>When the gateway reports a call as slow to its caller, who would take the connection for dead otherwise.</summary>
    public const int SlowCallMs = 750;

    /// <summary>How long the gateway retries a grain call. The reply has to be back before the client stops waiting for it.</summary>
    public const int GrainRetryMs = 7_000;
}
