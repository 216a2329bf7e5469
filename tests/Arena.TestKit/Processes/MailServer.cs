using System.Buffers;
using System.Collections.Concurrent;
using MimeKit;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Arena.TestKit.Processes;

/// <summary>A real SMTP server, of others' making, on loopback. It keeps what it was sent.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<MimeMessage> _messages = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _run;

    public MailServer()
    {
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(new Store(this));
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new(System.Net.IPAddress.Loopback, Port)).AllowUnsecureAuthentication()).Build();
        _run = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public int Port { get; } = FreePorts.Next();

    /// <summary>What it answers to each mail: null to take it.</summary>
    public SmtpResponse? Refusal { get; set; }

    /// <summary>How many mails it was given, those that it refused included.</summary>
    public int Attempts { get; private set; }

    public IReadOnlyList<MimeMessage> Messages => [.. _messages];

    /// <summary>For an Arena that sends its mail here.</summary>
    public IEnumerable<(string Key, string Value)> Settings(Uri publicUrl) =>
    [
        ("Arena:Mail:Host", "127.0.0.1"), ("Arena:Mail:Port", $"{Port}"), ("Arena:Mail:Tls", "None"), ("Arena:Mail:From", "arena@quiz.example.org"),
        ("Arena:Gateway:PublicUrl", publicUrl.ToString()),
    ];

    /// <summary>The next mail that arrives.</summary>
    public async Task<MimeMessage> NextAsync(TimeSpan patience)
    {
        if (!await _arrived.WaitAsync(patience))
            throw new TimeoutException("No mail arrived.");
        return _messages.TryDequeue(out var message) ? message : throw new InvalidOperationException("Another reader took the mail.");
    }

    /// <summary>Takes no more connections.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _run;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        _arrived.Dispose();
    }

    private sealed class Store(MailServer server) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            server.Attempts++;
            if (server.Refusal is { } refusal)
                return refusal;
            using var bytes = new MemoryStream(buffer.ToArray());
            server._messages.Enqueue(await MimeMessage.LoadAsync(bytes, cancellationToken));
            server._arrived.Release();
            return SmtpResponse.Ok;
        }
    }
}
