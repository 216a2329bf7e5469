using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Arena.Runtime;

/// <summary>
/// Links over TCP, each made by a <see cref="Handshake"/>, encrypted when so configured. Frames of a link can arrive before
/// <see cref="ConnectAsync"/> has returned it.
/// </summary>
internal sealed class TcpTransport(TransportServices services) : ITransport, IDisposable
{
    private const string Stopping = "this process stops";

    private readonly Lock _lock = new();
    private readonly LinkSet _links = new(services);
    private readonly TlsSettings? _tls = services.Options.Tls.Enabled ? new TlsSettings(services.Options.Tls) : null;
    private LinkListener? _listener;
    private Task? _stopped;
    private volatile PeerIdentity? _self;

    /// <summary>What this process speaks.</summary>
    public ProtocolVersions Versions { get; init; } = ProtocolVersions.Spoken;

    public Task<(string Host, int Port)> ListenAsync(ILinkReceiver receiver, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_listener is not null) throw new InvalidOperationException("The transport listens already.");
        if (_tls is { Certificate: null })
        {
            throw new LinkException(
                $"{TransportOptions.SectionName}:{nameof(TransportOptions.Tls)}:{nameof(TransportTlsOptions.CertificatePath)} is missing; "
                + "a silo that listens needs a certificate with its private key.");
        }

        _listener = new LinkListener(services, _links, receiver, ProveToDiallerAsync);
        return Task.FromResult((services.Options.AdvertisedHost ?? services.Options.ListenAddress, _listener.Port));
    }

    public void Identify(PeerIdentity self) => _self = self;

    public async Task<Link> ConnectAsync(SiloAddress silo, ILinkReceiver receiver, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(services.Options.HandshakeTimeout, services.Time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        TcpLink? link = null;
        try
        {
            await socket.ConnectAsync(silo.Host, silo.Port, limit.Token);
            var (stream, peer) = await ProveToListenerAsync(socket, silo, limit.Token);
            if (!_links.TryAdd(stream, peer, receiver, out link))
                throw new LinkException($"There are {services.Options.MaxLinks} links already, or the transport has stopped.");
            _links.Start(link);
            return link;
        }
        catch (Exception exception) when (Explain(exception) is { } reason && !cancellationToken.IsCancellationRequested)
        {
            throw new LinkException($"No link to {silo}: {reason}.", exception);
        }
        finally
        {
            if (link is null) socket.Dispose();
        }
    }

    public Task StopAsync()
    {
        lock (_lock) return _stopped ??= StopOnceAsync();
    }

    public void Dispose()
    {
        _listener?.Dispose();
        _ = _links.CloseAsync(Stopping);
        _tls?.Dispose();
    }

    private async Task StopOnceAsync()
    {
        if (_listener is { } listener) await listener.StopAsync();
        await _links.CloseAsync(Stopping);
    }

    private string? Explain(Exception failure) => failure switch
    {
        HandshakeException { Reason: RefusalReason.Ended } => "it ended the connection without a word, as it does when the cluster key is another one",
        HandshakeException or SocketException or IOException or AuthenticationException => failure.Message.TrimEnd('.'),
        OperationCanceledException => $"it was not ready within {services.Options.HandshakeTimeout}",
        _ => null,
    };

    private Task<(Stream Stream, ProvedPeer Peer)> ProveToListenerAsync(Socket socket, SiloAddress silo, CancellationToken cancel)
    {
        var self = _self ?? throw new InvalidOperationException("The transport does not know yet whose it is.");
        return ProveAsync(
            socket,
            (tls, plain) => tls.DialAsync(plain, silo.Host, cancel),
            static encrypted => encrypted.RemoteCertificate!.GetRawCertData(),
            handshake => handshake.DialAsync(self, silo, cancel));
    }

    private Task<(Stream Stream, ProvedPeer Peer)> ProveToDiallerAsync(Socket socket, CancellationToken cancel)
    {
        var self = _self ?? throw new HandshakeException(RefusalReason.AnotherLife, "this process has not joined the cluster yet");
        return ProveAsync(
            socket,
            (tls, plain) => tls.ListenAsync(plain, cancel),
            static encrypted => encrypted.LocalCertificate!.GetRawCertData(),
            handshake => handshake.ListenAsync(self, cancel));
    }

    private async Task<(Stream Stream, ProvedPeer Peer)> ProveAsync(
        Socket socket, Func<TlsSettings, Stream, Task<SslStream>> encrypt, Func<SslStream, byte[]> listenerCertificate,
        Func<Handshake, Task<ProvedPeer>> prove)
    {
        Stream stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            byte[] certificate = [];
            if (_tls is not null)
            {
                var encrypted = await encrypt(_tls, stream);
                stream = encrypted;
                certificate = listenerCertificate(encrypted);
            }

            var handshake = new Handshake(stream, services.Options.Key, Versions) { ListenerCertificate = certificate };
            return (stream, await prove(handshake));
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }
}
