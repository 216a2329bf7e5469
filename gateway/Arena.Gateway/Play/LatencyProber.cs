using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// Measures the way to each player and back: more often at first, then now and then, each at a moment of its own. What would be measured
/// during a broadcast is the server's own queue, not the link. Also keeps quiet connections alive.
/// </summary>
internal sealed class LatencyProber(IHubContext<GameHub, IGameClient> hub, TimeProvider time, IOptions<GatewayOptions> options)
    : IHostedService, IDisposable
{
    private const int FirstMs = 3_000;
    private const int Doublings = 8;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly PriorityQueue<SeatConnection, long> _due = new();
    private readonly Lock _gate = new();
    private ITimer? _timer;

    /// <summary>Measures a connection from now on, for as long as it holds its seat.</summary>
    public void Watch(SeatConnection connection)
    {
        var aboutMs = Math.Min((long)FirstMs << Math.Min(connection.Pings, Doublings), options.Value.PingIntervalMs);
        var afterMs = Random.Shared.NextInt64(aboutMs / 2, (aboutMs * 3 / 2) + 1);
        lock (_gate)
            _due.Enqueue(connection, NowMs + afterMs);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => PingDue(), null, Tick, Tick);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _timer?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    private long NowMs => time.MonotonicMs();

    private void PingDue()
    {
        while (TakeDue() is { } connection)
        {
            if (connection.Relay.Holds(connection))
                Ping(connection);
        }
    }

    private void Ping(SeatConnection connection)
    {
        connection.Pings++;
        // Not awaited: a client that does not read delays no other.
        _ = hub.Clients.Client(connection.ConnectionId).Ping(connection.DrawNonce());
        Watch(connection);
    }

    private SeatConnection? TakeDue()
    {
        lock (_gate)
            return _due.TryPeek(out _, out var dueMs) && dueMs <= NowMs ? _due.Dequeue() : null;
    }
}
