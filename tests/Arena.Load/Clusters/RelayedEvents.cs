using System.Globalization;
using Arena.TestKit.Processes;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace Arena.Load.Clusters;

/// <summary>A NATS server to which the cluster relays its events: killed and started again in each run, and read at the end.</summary>
internal sealed class RelayedEvents : IAsyncDisposable
{
    private const string Stream = "ARENA";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly NatsServer _server = new();

    public string Url => _server.Url;

    public Task StartAsync() => _server.StartAsync();

    /// <summary>As <c>kill -9</c>, and again after a while.</summary>
    public async Task RestartAsync(TimeSpan away)
    {
        await _server.KillAsync();
        await Task.Delay(away);
        await _server.StartAsync();
    }

    /// <summary>Waits until the stream has so many messages, and reads it.</summary>
    public async Task<RelayedCount> ReadAsync(long expected)
    {
        using var patience = new CancellationTokenSource(Longest);
        await using var connection = new NatsConnection(new() { Url = Url });
        var stream = await new NatsJSContext(connection).GetStreamAsync(Stream, cancellationToken: patience.Token);
        while (stream.Info.State.Messages < expected)
        {
            await Task.Delay(100, patience.Token);
            await stream.RefreshAsync(patience.Token);
        }
        var reader = await stream.CreateOrderedConsumerAsync(cancellationToken: patience.Token);
        var (ids, versions, read, disordered) = (new HashSet<string>(), new Dictionary<string, long>(), 0L, 0L);
        await foreach (var message in reader.ConsumeAsync<byte[]>(cancellationToken: patience.Token))
        {
            ids.Add(message.Headers!["Nats-Msg-Id"].ToString());
            var session = message.Subject.Split('.')[2];
            var version = long.Parse(message.Headers["Arena-Version"].ToString(), CultureInfo.InvariantCulture);
            if (versions.TryGetValue(session, out var last) && version < last)
                disordered++;
            versions[session] = version;
            if (++read == (long)stream.Info.State.Messages)
                break;
        }
        return new(ids.Count, read - ids.Count, disordered);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

/// <summary>What is in the stream.</summary>
/// <param name="Events">Different events.</param>
/// <param name="Repeated">Messages of an event that was there already.</param>
/// <param name="Disordered">Events that came after a newer one of their session.</param>
internal sealed record RelayedCount(long Events, long Repeated, long Disordered);
