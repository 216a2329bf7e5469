using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Refusals;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// Watches each connection of the hub from its first byte: one that falls silent is closed, also if it never spoke after its greeting. SignalR
/// itself looks at that only once a connection has sent a ping.
/// </summary>
/// <param name="options">What a connection may send.</param>
/// <param name="time">Not the game's clock, which tests stop: networks know no virtual time.</param>
/// <param name="refusals">Counts connections that flood.</param>
/// <param name="logger">Names the connections that fall silent.</param>
internal sealed partial class ConnectionWatch(IOptions<GatewayOptions> options, TimeProvider time, RefusalLog refusals, ILogger<ConnectionWatch> logger)
{
    private const string FloodPolicy = "messages";

    /// <summary>
    /// Silent connections that are closed in a second. Those of one attacker fall silent at the same moment, and closing a thousand at once would
    /// delay all answers.
    /// </summary>
    private const int ClosingsASecond = 50;

    private readonly TokenBudget _closings = new(ClosingsASecond, ClosingsASecond * 60, time.MonotonicMs());
    private readonly Lock _gate = new();

    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var traffic = new ConnectionTraffic(options.Value, time) { Network = connection.GetHttpContext() is { } http ? AddressRate.Network(http) : "" };
        ConnectionTraffic.Current = traffic;
        connection.Features.Set(traffic);
        connection.Features.Get<IConnectionHeartbeatFeature>()?.OnHeartbeat(
            _ =>
            {
                if (!traffic.IsSilent || !MayClose())
                    return;
                LogSilent(connection.ConnectionId);
                connection.Abort(new("Nothing was heard of the connection in time."));
            },
            traffic);
        await next(connection);
    }

    /// <summary>A connection sent more that is refused than it may, and is closed.</summary>
    public void Flooded(ConnectionTraffic traffic) => refusals.Refused(RefusalKind.CallRate, FloodPolicy, traffic.Network);

    /// <summary>Whether there is room for a closing now; otherwise the next heartbeat asks again.</summary>
    private bool MayClose()
    {
        lock (_gate)
            return _closings.TryTake(time.MonotonicMs());
    }

    [LoggerMessage(EventId = 203, Level = LogLevel.Debug, Message = "Connection {Connection} is closed: nothing was heard of it in time")]
    private partial void LogSilent(string connection);
}
