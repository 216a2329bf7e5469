using System.Globalization;
using System.Text;
using Arena.Grains.Events;
using Arena.Grains.Ports;
using Microsoft.Extensions.Options;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace Arena.Hosting.Events.Nats;

/// <summary>
/// Publishes every event to a stream of NATS JetStream: subject <c>arena.events.SESSION.TYPE</c>, the payload as the journal has it, and the
/// event's position as the message's id, by which the server recognises one that comes again, and readers may. Within a session the order is
/// that of the versions.
/// </summary>
internal sealed class NatsRelay : IEventConsumer, IAsyncDisposable
{
    /// <summary>Longer than the servers are away, as a rule: what was under way when they went is sent again once they are back.</summary>
    private static readonly TimeSpan DuplicateWindow = TimeSpan.FromMinutes(30);

    private readonly NatsConnection _connection;
    private readonly NatsJSContext _jetStream;
    private readonly NatsOptions _options;
    private readonly SemaphoreSlim _creating = new(1);
    private bool _isCreated;

    public NatsRelay(IOptions<NatsOptions> options)
    {
        _options = options.Value;
        _connection = new(new()
        {
            Url = _options.Url!,
            Name = "Arena",
            AuthOpts = new() { CredsFile = _options.CredentialsFile },
            ConnectTimeout = Timeout,
            RequestTimeout = Timeout,
        });
        _jetStream = new(_connection);
    }

    public string Name => "nats";

    private TimeSpan Timeout => TimeSpan.FromMilliseconds(_options.TimeoutMs);

    public async Task HandleAsync(SessionEvents events, CancellationToken cancel)
    {
        foreach (var happened in events.Events)
            await WithinTimeoutAsync(limit => PublishAsync(happened, limit), cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _creating.Dispose();
    }

    private async Task PublishAsync(SessionEvent happened, CancellationToken limit)
    {
        await CreateStreamAsync(limit);
        var headers = new NatsHeaders
        {
            ["Arena-Version"] = happened.Version.ToString(CultureInfo.InvariantCulture),
            ["Arena-At-Ms"] = happened.AtMs.ToString(CultureInfo.InvariantCulture),
        };
        var accepted = await _jetStream.PublishAsync(
            $"arena.events.{happened.SessionId:N}.{happened.Type.Replace('.', '_')}", Encoding.UTF8.GetBytes(happened.PayloadJson),
            opts: new() { MsgId = happened.Position.ToString(CultureInfo.InvariantCulture) }, headers: headers, cancellationToken: limit);
        // It is there from an attempt whose end was not heard of.
        if (!accepted.Duplicate)
            accepted.EnsureSuccess();
    }

    /// <summary>Once in the life of this process; an operator's changes of the stream are kept.</summary>
    private async Task CreateStreamAsync(CancellationToken limit)
    {
        if (Volatile.Read(ref _isCreated))
            return;
        await _creating.WaitAsync(limit);
        try
        {
            if (_isCreated)
                return;
            try
            {
                await _jetStream.GetStreamAsync(_options.Stream, cancellationToken: limit);
            }
            catch (NatsJSApiException missing) when (missing.Error.Code == 404)
            {
                await _jetStream.CreateStreamAsync(
                    new(_options.Stream, ["arena.events.>"])
                    {
                        Storage = StreamConfigStorage.File,
                        MaxAge = TimeSpan.FromHours(_options.KeepHours),
                        DuplicateWindow = DuplicateWindow,
                    },
                    limit);
            }
            Volatile.Write(ref _isCreated, true);
        }
        finally
        {
            _creating.Release();
        }
    }

    /// <exception cref="ConsumerUnavailableException">The servers do not answer: no fault of the event.</exception>
    private async Task WithinTimeoutAsync(Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        using var expired = new CancellationTokenSource(Timeout);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(expired.Token, cancel);
        try
        {
            await work(limit.Token);
        }
        // A refusal is an answer, unless JetStream itself is away: it concerns the event or the stream.
        catch (Exception failure) when (failure is not NatsJSApiException { Error.Code: < 500 } && !cancel.IsCancellationRequested)
        {
            throw new ConsumerUnavailableException($"NATS does not answer at {_options.Url}: {failure.Message}", failure);
        }
    }
}
