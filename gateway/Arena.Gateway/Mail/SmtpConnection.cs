using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Arena.Gateway.Mail;

/// <summary>The connection of one pass over the outbox: opened for its first mail.</summary>
internal sealed class SmtpConnection(MailOptions options) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SmtpClient _client = new() { Timeout = (int)Patience.TotalMilliseconds };

    public async Task SendAsync(MimeMessage message, CancellationToken cancel)
    {
        if (!_client.IsConnected)
            await _client.ConnectAsync(options.Host, options.Port, Security(options.Tls), cancel);
        if (options.User.Length > 0 && !_client.IsAuthenticated)
            await _client.AuthenticateAsync(options.User, options.Password, cancel);
        await _client.SendAsync(message, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_client.IsConnected)
            await _client.DisconnectAsync(quit: true);
        _client.Dispose();
    }

    private static SecureSocketOptions Security(MailTls tls) => tls switch
    {
        MailTls.Implicit => SecureSocketOptions.SslOnConnect,
        MailTls.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}
