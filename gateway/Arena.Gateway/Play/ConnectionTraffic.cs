using Arena.Gateway.Configuration;
using Arena.Gateway.Http;

namespace Arena.Gateway.Play;

/// <summary>
/// What one connection sends: when it last sent, and how many of its messages were refused, because they were too many or because no
/// browser of Arena's sends them.
/// </summary>
/// <param name="options">How many messages a connection may send, and how many may be refused in a minute.</param>
/// <param name="time">The clock.</param>
internal sealed class ConnectionTraffic(GatewayOptions options, TimeProvider time)
{
    private const int SecondsAMinute = 60;
    private static readonly AsyncLocal<ConnectionTraffic?> Flow = new();

    private readonly TokenBudget _messages = new(options.MessageBurst, options.MessagesPerSecond * SecondsAMinute, time.MonotonicMs());
    private readonly TokenBudget _refusals = new(options.MaxRefusedMessages, options.MaxRefusedMessages, time.MonotonicMs());
    private long _heardMs = time.MonotonicMs();
    private int _calls;

    /// <summary>Where the connection comes from.</summary>
    public string Network { get; init; } = "";

    /// <summary>That of the connection which is being served: SignalR asks for a protocol without saying for which one.</summary>
    public static ConnectionTraffic? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    /// <summary>Whether the connection was silent for so long that it is considered dead. While it waits for a reply it is not read.</summary>
    public bool IsSilent =>
        Volatile.Read(ref _calls) == 0 && time.MonotonicMs() - Volatile.Read(ref _heardMs) > ConnectionTimings.GatewayTimeoutMs;

    /// <summary>Counts a message. Called by the connection's reader alone.</summary>
    /// <param name="isRefused">Whether it is refused in any case.</param>
    /// <returns>Whether the connection may continue; otherwise close it.</returns>
    public bool Count(bool isRefused)
    {
        var nowMs = time.MonotonicMs();
        Volatile.Write(ref _heardMs, nowMs);
        var hasRoom = _messages.TryTake(nowMs);
        return (hasRoom && !isRefused) || _refusals.TryTake(nowMs);
    }

    /// <summary>A call of the connection begins: until it has ended nothing else is read.</summary>
    public void CallBegins() => Interlocked.Increment(ref _calls);

    public void CallEnds()
    {
        Volatile.Write(ref _heardMs, time.MonotonicMs());
        Interlocked.Decrement(ref _calls);
    }
}
