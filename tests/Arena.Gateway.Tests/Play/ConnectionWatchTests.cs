using Arena.Gateway.Configuration;
using Arena.Gateway.Play;
using Arena.Gateway.Refusals;
using Arena.TestKit.Clients;
using Arena.TestKit.VirtualTime;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Tests.Play;

/// <summary>Connections that fall silent or flood are closed, and no other one notices.</summary>
public sealed class ConnectionWatchTests
{
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(ConnectionTimings.GatewayTimeoutMs);
    private static readonly Dictionary<string, string> Strict = new() { ["Arena:Gateway:MessageBurst"] = "30", ["Arena:Gateway:MaxRefusedMessages"] = "20" };

    [Fact]
    public async Task A_connection_that_never_speaks_is_closed_in_time()
    {
        var (time, connection, traffic) = await ServeAsync();
        time.Advance(Silence);
        connection.Beat();
        Assert.False(connection.IsAborted);
        Assert.NotNull(traffic);
        time.Advance(TimeSpan.FromMilliseconds(1));
        connection.Beat();
        Assert.True(connection.IsAborted);
    }

    [Fact]
    public async Task Connections_that_fall_silent_together_are_closed_a_few_at_a_time()
    {
        var time = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        using var refusals = new RefusalLog(time, NullLogger<RefusalLog>.Instance);
        var watch = new ConnectionWatch(Options.Create(new GatewayOptions()), time, refusals, NullLogger<ConnectionWatch>.Instance);
        var connections = Enumerable.Range(0, 120).Select(_ => new WatchedConnection()).ToArray();
        foreach (var connection in connections)
            await watch.ServeAsync(connection, _ => Task.CompletedTask);
        time.Advance(Silence + TimeSpan.FromMilliseconds(1));
        foreach (var closed in (int[])[50, 100, 120])
        {
            Array.ForEach(connections, connection => connection.Beat());
            Assert.Equal(closed, connections.Count(connection => connection.IsAborted));
            time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task A_connection_that_speaks_or_waits_for_a_reply_stays()
    {
        var (time, connection, traffic) = await ServeAsync();
        for (var message = 0; message < 5; message++)
        {
            time.Advance(Silence);
            Assert.True(traffic.Count(isRefused: false));
            connection.Beat();
        }
        traffic.CallBegins();
        time.Advance(10 * Silence);
        connection.Beat();
        traffic.CallEnds();
        time.Advance(Silence);
        connection.Beat();
        Assert.False(connection.IsAborted);
        time.Advance(Silence);
        connection.Beat();
        Assert.True(connection.IsAborted);
    }

    [Fact]
    public void Refusals_end_a_connection_and_are_forgiven_evenly()
    {
        var time = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var traffic = new ConnectionTraffic(new() { MessageBurst = 3, MessagesPerSecond = 1, MaxRefusedMessages = 6 }, time);
        Assert.All(Enumerable.Range(0, 3 + 6), _ => Assert.True(traffic.Count(isRefused: false)));
        Assert.False(traffic.Count(isRefused: false));
        time.Advance(TimeSpan.FromSeconds(10));
        // Three messages, and one of six refusals.
        Assert.All(Enumerable.Range(0, 3 + 1), _ => Assert.True(traffic.Count(isRefused: false)));
        Assert.False(traffic.Count(isRefused: true));
    }

    [Theory]
    [InlineData("""{"type":6}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Clock","arguments":[]}""")]
    [InlineData("""{"type":1,"target":"NoSuchMethod","arguments":[]}""")]
    [InlineData("""{"type":5,"invocationId":"7"}""")]
    [Asvs("2.4.1")]
    public async Task A_flooding_connection_is_closed_and_the_game_continues(string message)
    {
        var log = new LogErrors();
        await using var arena = new PlayHost(Strict) { Log = log };
        await using var table = await arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        var robot = await table.ConnectAsync();
        await FloodAsync(robot, message);
        await table.OpenAsync(0);
        Assert.Null((await ann.AnswerAsync(0, 0)).Refusal);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task A_message_of_a_type_that_is_not_known_ends_the_connection_and_does_not_mute_it()
    {
        await using var arena = new PlayHost();
        await using var client = await arena.ConnectAsync();
        await client.SendRawAsync("""{"type":99}""");
        Assert.NotNull(await client.Closed);
    }

    private static async Task FloodAsync(HubClient robot, string message)
    {
        try
        {
            while (!robot.Closed.IsCompleted)
                await robot.SendRawAsync(message);
        }
        catch (Exception closed) when (closed is System.Net.WebSockets.WebSocketException or InvalidOperationException or ObjectDisposedException)
        {
            // The server was faster.
        }
        await robot.Closed;
    }

    private static async Task<(ManualTimeProvider Time, WatchedConnection Connection, ConnectionTraffic Traffic)> ServeAsync()
    {
        var time = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var connection = new WatchedConnection();
        ConnectionTraffic? traffic = null;
        using var refusals = new RefusalLog(time, NullLogger<RefusalLog>.Instance);
        await new ConnectionWatch(Options.Create(new GatewayOptions()), time, refusals, NullLogger<ConnectionWatch>.Instance).ServeAsync(connection, served =>
        {
            traffic = ConnectionTraffic.Current;
            Assert.Same(traffic, served.Features.Get<ConnectionTraffic>());
            return Task.CompletedTask;
        });
        return (time, connection, traffic!);
    }

    /// <summary>A connection whose heartbeat the test triggers.</summary>
    private sealed class WatchedConnection : DefaultConnectionContext, IConnectionHeartbeatFeature
    {
        private readonly List<Action> _beats = [];

        public WatchedConnection() => Features.Set<IConnectionHeartbeatFeature>(this);

        public bool IsAborted { get; private set; }

        public void OnHeartbeat(Action<object> action, object state) => _beats.Add(() => action(state));

        public void Beat() => Array.ForEach([.. _beats], beat => beat());

        public override void Abort(ConnectionAbortedException abortReason)
        {
            IsAborted = true;
            _beats.Clear();
        }
    }

    /// <summary>Keeps the lines that report errors.</summary>
    private sealed class LogErrors : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _errors = new();

        public IReadOnlyCollection<string> Errors => _errors;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                _errors.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
