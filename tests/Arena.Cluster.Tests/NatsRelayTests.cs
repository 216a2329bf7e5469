using System.Text;
using Arena.Cluster.Tests.Support;
using Arena.Grains.Events;
using Arena.Grains.Ports;
using Arena.Hosting;
using Arena.TestKit.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace Arena.Cluster.Tests;

/// <summary>Events as a reader of NATS gets them from a real server.</summary>
public sealed class NatsRelayTests : IAsyncLifetime
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("arena-relay-").FullName;
    private readonly NatsServer _nats = new();
    private readonly Guid _session = Guid.NewGuid();

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        await _nats.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Events_are_published_once_each_in_order_with_their_position_as_the_id()
    {
        Assert.SkipUnless(NatsServer.IsInstalled, NatsServer.Missing);
        await _nats.StartAsync();
        using var host = await StartAsync();
        await host.CreateSessionAsync(_session, """{"first":true}""");
        await host.AppendAsync("""{"é":1}""");
        await host.AppendAsync("""{"é":1}""");

        var read = await ReadAsync(3);
        var kept = await host.Services.GetRequiredService<IEventFeed>().ReadSessionAsync(_session, 0, 10, default);
        Assert.Equal(
            kept.Select(happened => $"{happened.Position} {happened.Version} arena.events.{_session:N}.{happened.Type.Replace('.', '_')} {happened.PayloadJson}"),
            read);

        // As after the end of an attempt that was not heard of.
        await host.Services.GetServices<IEventConsumer>().Single(consumer => consumer.Name == "nats").HandleAsync(new(_session, [.. kept]), default);
        await host.AppendAsync("""{"é":1}""");
        Assert.Equal(read, (await ReadAsync(4)).Take(3));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Events_wait_while_the_server_is_away_longer_than_all_attempts_last()
    {
        Assert.SkipUnless(NatsServer.IsInstalled, NatsServer.Missing);
        await _nats.StartAsync();
        using var host = await StartAsync();
        await host.CreateSessionAsync(_session, """{"first":true}""");
        Assert.Single(await ReadAsync(1));

        await _nats.KillAsync();
        await host.AppendAsync("""{"é":1}""");
        await host.AppendAsync("""{"é":1}""");
        while (await BacklogAsync(host) is not { Attempts: > Attempts })
            await Task.Yield();
        await _nats.StartAsync();

        Assert.Equal(["1", "2", "3"], (await ReadAsync(3)).Select(message => message.Split(' ')[1]));
        await using var context = await ContextAsync(host);
        Assert.Empty(await context.EventDeadLetters.ToListAsync(TestContext.Current.CancellationToken));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("Arena:Nats:Url", "10.0.0.5:4222", "Arena:Nats:Url has '10.0.0.5:4222'; give addresses like nats://10.0.0.5:4222")]
    [InlineData("Arena:Nats:Url", "nats://arena:secret@10.0.0.5", "Arena:Nats:Url holds a password; name a file in Arena:Nats:CredentialsFile")]
    [InlineData("Arena:Nats:CredentialsFile", "/nowhere.creds", "Arena:Nats:CredentialsFile is '/nowhere.creds', which does not exist")]
    [InlineData("Arena:Nats:Stream", "a.b", "Arena:Nats:Stream is no name of a stream")]
    public async Task A_setting_that_cannot_be_right_stops_the_start(string key, string value, string error)
    {
        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync((key, value)));
        Assert.Contains(error, stopped.Message, StringComparison.Ordinal);
    }

    private const int Attempts = 2;

    private async Task<IHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Arena:Storage:Path"] = Path.Combine(_folder, "arena.db"),
            ["Arena:Events:PollMs"] = "50",
            ["Arena:Events:FirstRetryMs"] = "1",
            ["Arena:Events:LongestRetryMs"] = "20",
            ["Arena:Events:MaxAttempts"] = $"{Attempts}",
            ["Arena:Nats:TimeoutMs"] = "1000",
            ["Arena:Nats:Url"] = _nats.Url,
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.Services.AddArenaSilo(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>The first messages of the stream: position, version, subject and content of each.</summary>
    private async Task<List<string>> ReadAsync(int count)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Longest);
        await using var connection = new NatsConnection(new() { Url = _nats.Url });
        var jetStream = new NatsJSContext(connection);
        var stream = await StreamAsync(jetStream, patience.Token);
        var reader = await stream.CreateOrderedConsumerAsync(cancellationToken: patience.Token);
        var messages = new List<string>();
        await foreach (var message in reader.ConsumeAsync<byte[]>(cancellationToken: patience.Token))
        {
            messages.Add($"{message.Headers!["Nats-Msg-Id"]} {message.Headers["Arena-Version"]} {message.Subject} {Encoding.UTF8.GetString(message.Data!)}");
            if (messages.Count == count)
                break;
        }
        await stream.RefreshAsync(patience.Token);
        Assert.Equal(count, stream.Info.State.Messages);
        return messages;
    }

    /// <summary>The stream, once the relay has created it.</summary>
    private static async Task<INatsJSStream> StreamAsync(NatsJSContext jetStream, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await jetStream.GetStreamAsync("ARENA", cancellationToken: cancel);
            }
            catch (NatsJSApiException missing) when (missing.Error.Code == 404)
            {
                await Task.Yield();
            }
        }
    }

    private async Task<Arena.Storage.Model.EventBacklogRow?> BacklogAsync(IHost host)
    {
        await using var context = await ContextAsync(host);
        return await context.EventBacklogs.AsNoTracking().SingleOrDefaultAsync(row => row.SessionId == _session, TestContext.Current.CancellationToken);
    }

    private static Task<Arena.Storage.Model.ArenaDbContext> ContextAsync(IHost host) =>
        host.Services.GetRequiredService<IDbContextFactory<Arena.Storage.Model.ArenaDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
}
