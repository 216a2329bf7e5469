using Arena.Cluster.Tests.Support;
using Arena.GrainInterfaces;
using Arena.Grains.Events;
using Arena.Grains.Ports;
using Arena.Hosting;
using Arena.Hosting.Events;
using Arena.Hosting.GrainStorage;
using Arena.TestKit.Processes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Storage;

namespace Arena.Cluster.Tests;

/// <summary>The event bus as it is composed, on both databases.</summary>
public sealed class EventBusDatabaseTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-events-").FullName;
    private readonly PostgresServer _server = new();
    private readonly Probe _probe = new();

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Committed_events_come_and_a_restart_continues_from_the_checkpoint(bool onPostgres)
    {
        var settings = await SettingsAsync(onPostgres);
        var consumer = new ScriptedConsumer("seen", _probe);
        var session = Guid.NewGuid();
        using (var host = await StartAsync(settings, consumer))
        {
            await host.CreateSessionAsync(session);
            await host.AppendAsync();
            await _probe.Gate($"seen {session:N} 2");
            var last = (await host.Services.GetRequiredService<IEventFeed>().ReadSessionAsync(session, 1, 1, default)).Single();
            while (await CheckpointAsync(host, session) < last.Position)
                await Task.Yield();
            await host.StopAsync(TestContext.Current.CancellationToken);
        }
        using var again = await StartAsync(settings, consumer);
        await again.AppendAsync();
        await _probe.Gate($"seen {session:N} 3");
        Assert.Equal([1, 2, 3], consumer.Versions(session));
        Assert.Equal(0, consumer.Repeated);
        await again.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_replay_gives_a_consumer_the_sessions_behind_a_position_from_their_first_event(bool onPostgres)
    {
        var consumer = new ReplayableConsumer("seen", _probe);
        var session = Guid.NewGuid();
        using var host = await StartAsync(await SettingsAsync(onPostgres), consumer, new ScriptedConsumer("sends", _probe));
        await host.CreateSessionAsync(session);
        await _probe.Gate($"seen {session:N} 1");
        var bus = host.Services.GetRequiredService<IGrainFactory>().GetGrain<IEventBusGrain>(0);
        Assert.Null(await bus.Replay("sends", 0));
        Assert.Null(await bus.Replay("nobody", 0));
        Assert.Equal(0, await bus.Replay("seen", 1_000_000));
        Assert.Equal(1, await bus.Replay("seen", 0));
        await _probe.Gate($"seen {session:N} forgets");
        await host.AppendAsync();
        await _probe.Gate($"seen {session:N} 2");
        Assert.Equal(
            ["1", "forgets", "1", "2"],
            _probe.Log.Where(note => note.StartsWith("seen", StringComparison.Ordinal)).Select(note => note.Split(' ')[2]));
        var status = await bus.Status(TestContext.Current.CancellationToken);
        Assert.Equal(
            [("boards", true), ("game-figures", true), ("game-report-mails", false), ("game-summaries", true), ("homework", true), ("profiles", true), ("seen", true), ("sends", false), ("webhooks", false)],
            status.Consumers.Select(each => (each.Name, each.CanReplay)));
        Assert.Equal(EventQueues.Count, status.Queues.Length);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_commit_on_a_silo_of_games_wakes_the_silo_of_consumers()
    {
        var settings = await SettingsAsync(onPostgres: true);
        settings["Arena:Events:PollMs"] = "60000";
        var consumer = new ScriptedConsumer("seen", _probe);
        using var games = await StartAsync(new(settings) { ["Arena:Silo:Roles"] = "games" });
        using var consumers = await StartAsync(new(settings) { ["Arena:Silo:Roles"] = "consumers" }, consumer);
        var session = Guid.NewGuid();
        await games.CreateSessionAsync(session);
        await _probe.Gate($"seen {session:N} 1");
        for (var version = 2; version <= 5; version++)
        {
            await games.AppendAsync();
            await _probe.Gate($"seen {session:N} {version}").WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
        await consumers.StopAsync(TestContext.Current.CancellationToken);
        await games.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_setting_out_of_its_range_stops_the_start()
    {
        var settings = await SettingsAsync(onPostgres: false);
        settings["Arena:Events:MaxAttempts"] = "0";
        var stopped = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => StartAsync(settings));
        Assert.Contains("MaxAttempts", stopped.Message, StringComparison.Ordinal);
    }

    private static Task<long> CheckpointAsync(IHost host, Guid session) => EventLogReceiver.ReadCheckpointAsync(
        host.Services.GetRequiredKeyedService<IGrainStorage>(GrainStorageHosting.Storage), EventQueues.Of(session));

    private async Task<Dictionary<string, string?>> SettingsAsync(bool onPostgres) => onPostgres
        ? new()
        {
            ["Arena:Storage:Provider"] = "postgres",
            ["Arena:Storage:ConnectionString"] = _server.ConnectionString(await _server.CreateDatabaseAsync()),
            ["Arena:Cluster:Key"] = "a key of thirty-two characters or more",
            ["Arena:Cluster:ListenPort"] = "0",
            ["Arena:Events:PollMs"] = "50",
        }
        : new() { ["Arena:Storage:Path"] = Path.Combine(_folder, "arena.db"), ["Arena:Events:PollMs"] = "50" };

    private async Task<IHost> StartAsync(Dictionary<string, string?> settings, params IEventConsumer[] consumers)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton(_probe);
        builder.Services.AddArenaSilo(builder.Configuration);
        foreach (var consumer in consumers)
            builder.Services.AddSingleton(consumer);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }
}
