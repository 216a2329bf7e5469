using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// Before a gateway of a cluster stops, its browsers are told to move and cut off one by one, at random moments, so that they do not all
/// come to the other gateways at once. By then the proxy has seen that this one is not ready any more.
/// </summary>
internal sealed class GatewayDrain(IHubContext<GameHub, IGameClient> hub, TimeProvider time, IOptions<GatewayOptions> options) : IHostedLifecycleService
{
    private readonly ConcurrentDictionary<string, HubCallerContext> _connections = new(StringComparer.Ordinal);

    public void Came(HubCallerContext connection) => _connections[connection.ConnectionId] = connection;

    public void Went(HubCallerContext connection) => _connections.TryRemove(connection.ConnectionId, out _);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        var total = TimeSpan.FromMilliseconds(options.Value.DrainMs);
        if (total == TimeSpan.Zero)
            return;
        await Task.Delay(total / 2, time, cancellationToken);
        var leaving = _connections.Values.ToArray();
        Random.Shared.Shuffle(leaving);
        await Task.WhenAll(leaving.Select((connection, place) => MoveAsync(connection, total / 2 * place / leaving.Length, cancellationToken)));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MoveAsync(HubCallerContext connection, TimeSpan after, CancellationToken cancellationToken)
    {
        await Task.Delay(after, time, cancellationToken);
        await hub.Clients.Client(connection.ConnectionId).Closed(new(ClosedReason.Draining, Reconnect: true));
        connection.Abort();
    }
}
