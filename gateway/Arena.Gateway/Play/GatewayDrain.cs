using System.Collections.Concurrent;
using Arena.Gateway.Configuration;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// Before a gateway of a cluster stops, its browsers are asked to move and disconnected one by one, at random moments, so that they do not all
/// connect to the other gateways at once. By then the proxy has seen that this one is not ready any more.
/// </summary>
/// <remarks>
/// SignalR disconnects all clients as soon as the process begins to stop. The last registration for that moment is called first: this holds
/// the rest up until all have moved.
/// </remarks>
internal sealed class GatewayDrain : IHostedLifecycleService
{
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan StopMargin = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, HubCallerContext> _connections = new(StringComparer.Ordinal);
    private readonly IHubContext<GameHub, IGameClient> _hub;
    private readonly TimeProvider _time;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly TimeSpan _total;
    private readonly Lazy<Task> _drained;

    public GatewayDrain(
        IHubContext<GameHub, IGameClient> hub, TimeProvider time, IHostApplicationLifetime lifetime, IOptions<GatewayOptions> options)
    {
        _hub = hub;
        _time = time;
        _lifetime = lifetime;
        _total = TimeSpan.FromMilliseconds(options.Value.DrainMs);
        _drained = new(() => Task.Run(DrainAsync));
    }

    /// <summary>How long the process may take to stop: the drain first, then all else.</summary>
    public static TimeSpan ShutdownTimeout(int drainMs) => TimeSpan.FromMilliseconds(drainMs) + StopMargin;

    /// <summary>Whether this gateway accepts no new connections.</summary>
    public bool IsDraining => _drained.IsValueCreated;

    public void Add(HubCallerContext connection) => _connections[connection.ConnectionId] = connection;

    public void Remove(HubCallerContext connection) => _connections.TryRemove(connection.ConnectionId, out _);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (_total > TimeSpan.Zero)
            _lifetime.ApplicationStopping.Register(() => _drained.Value.GetAwaiter().GetResult());
        return Task.CompletedTask;
    }

    /// <summary>The host's other services stop after this.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) =>
        _total > TimeSpan.Zero ? _drained.Value.WaitAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task DrainAsync()
    {
        await Task.Delay(_total / 2, _time);
        var leaving = _connections.Values.ToArray();
        Random.Shared.Shuffle(leaving);
        await Task.WhenAll(leaving.Select((connection, place) => MoveAsync(connection, _total / 2 * place / leaving.Length)));
    }

    private async Task MoveAsync(HubCallerContext connection, TimeSpan after)
    {
        await Task.Delay(after, _time);
        await _hub.Clients.Client(connection.ConnectionId).Closed(new(ClosedReason.Draining, Reconnect: true));
        // It is written now, not sent: closing at once could drop the message too. Browsers leave by themselves in the meantime.
        await Task.Delay(Farewell, _time);
        connection.Abort();
    }
}
