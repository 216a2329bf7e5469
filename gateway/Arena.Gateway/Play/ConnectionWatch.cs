using Arena.Game;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// Watches each connection of the hub from its first byte: one that falls silent is closed, also if it never spoke after its greeting. SignalR
/// itself looks at that only once a connection has sent a ping.
/// </summary>
/// <param name="options">What a connection may send.</param>
/// <param name="time">Not the game's clock, which tests stop: networks know no virtual time.</param>
/// <param name="logger">Is told of the connections that are closed.</param>
internal sealed partial class ConnectionWatch(IOptions<GatewayOptions> options, TimeProvider time, ILogger<ConnectionWatch> logger)
{
    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var traffic = new ConnectionTraffic(options.Value, time);
        ConnectionTraffic.Current = traffic;
        connection.Features.Set(traffic);
        connection.Features.Get<IConnectionHeartbeatFeature>()?.OnHeartbeat(
            _ =>
            {
                if (!traffic.IsSilent)
                    return;
                LogSilent(connection.ConnectionId);
                connection.Abort(new("Nothing was heard of the connection in time."));
            },
            traffic);
        await next(connection);
    }

    /// <summary>A connection sent more that is refused than it may.</summary>
    public void Flooded()
    {
        GatewayTelemetry.LimitMet(Refusal.TooFast);
        LogFlooded(options.Value.MaxRefusedMessages);
    }

    [LoggerMessage(EventId = 203, Level = LogLevel.Debug, Message = "Connection {Connection} is closed: nothing was heard of it in time")]
    private partial void LogSilent(string connection);

    [LoggerMessage(EventId = 204, Level = LogLevel.Warning, Message = "A connection is closed: more than {Count} of its messages were refused within a minute")]
    private partial void LogFlooded(int count);
}
