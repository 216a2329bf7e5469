using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Arena.Runtime;

/// <summary>
/// Takes connections, and makes links of those that prove the cluster key. What holds here:
/// <list type="number">
/// <item>A connection that fails is closed without a word, counted, and logged once for its address and minute.</item>
/// <item>No more than a bounded number wait for their proof, none longer than the handshake timeout.</item>
/// <item>Until this process knows which life it is, it takes none.</item>
/// </list>
/// </summary>
internal sealed class LinkListener : IDisposable
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(100);

    private readonly TransportServices _services;
    private readonly LinkSet _links;
    private readonly ILinkReceiver _receiver;
    private readonly Func<Socket, CancellationToken, Task<(Stream Stream, ProvedPeer Peer)>> _prove;
    private readonly RefusalLog _refusals;
    private readonly Antechamber _antechamber;
    private readonly Socket _socket;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _accepting;
    private int _running = 1;

    public LinkListener(
        TransportServices services, LinkSet links, ILinkReceiver receiver,
        Func<Socket, CancellationToken, Task<(Stream Stream, ProvedPeer Peer)>> prove)
    {
        (_services, _links, _receiver, _prove) = (services, links, receiver, prove);
        _refusals = new RefusalLog(services);
        _antechamber = new Antechamber(services.Options.MaxUnprovedConnections);
        var endpoint = new IPEndPoint(IPAddress.Parse(services.Options.ListenAddress), services.Options.ListenPort);
        _socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _socket.Bind(endpoint);
            _socket.Listen();
        }
        catch (SocketException exception)
        {
            _socket.Dispose();
            throw new LinkException(
                $"{TransportOptions.SectionName} cannot listen on {endpoint}: {exception.Message}. Give an address of this machine and a free port.",
                exception);
        }

        services.Logger.Listening(_socket.LocalEndPoint!);
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        _socket.Dispose();
        await _accepting;
        Ended();
        await _idle.Task;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var stop = _stop.Token;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var connection = await _socket.AcceptAsync(stop);
                Interlocked.Increment(ref _running);
                _ = ServeAsync(connection);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (SocketException exception)
            {
                _services.Logger.AcceptFailed(exception);
                await Task.Delay(PauseAfterFailure, _services.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Never fails: what goes wrong with one connection is told here.</summary>
    private async Task ServeAsync(Socket connection)
    {
        var address = IPAddress.None;
        var isLinked = false;
        try
        {
            address = ((IPEndPoint)connection.RemoteEndPoint!).Address;
            connection.NoDelay = true;
            isLinked = await ProveAsync(connection, address);
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // It is closed like all others.
        }
        catch (Exception exception) when (exception is IOException or SocketException or AuthenticationException)
        {
            _refusals.Add(address, RefusalReason.Ended, exception.Message);
        }
        catch (Exception exception)
        {
            _services.Logger.ConnectionFault(exception, address);
        }
        finally
        {
            if (!isLinked) connection.Dispose();
            Ended();
        }
    }

    private async Task<bool> ProveAsync(Socket connection, IPAddress address)
    {
        using var timeout = new CancellationTokenSource(_services.Options.HandshakeTimeout, _services.Time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _stop.Token);
        using var place = _antechamber.Enter(connection);
        try
        {
            var (stream, peer) = await _prove(connection, limit.Token);
            place.Dispose();
            return TryLink(stream, peer, address);
        }
        catch (Exception) when (place.IsEvicted)
        {
            _refusals.Add(address, RefusalReason.TooSlow, "too many waited, and it had waited longest");
        }
        catch (HandshakeException exception)
        {
            _refusals.Add(address, exception.Reason, exception.Message);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            _refusals.Add(address, RefusalReason.TooSlow, $"it had not proved itself within {_services.Options.HandshakeTimeout}");
        }

        return false;
    }

    private bool TryLink(Stream stream, ProvedPeer peer, IPAddress address)
    {
        if (!_links.TryAdd(stream, peer, _receiver, out var link))
        {
            _refusals.Add(address, RefusalReason.TooManyLinks, $"{peer.Identity.Name} would have been one link too many");
            return false;
        }

        try
        {
            _receiver.Accepted(link);
        }
        catch (Exception exception)
        {
            _services.Logger.ReceiverFailed(exception, peer.Identity.Name);
            link.Close("it could not be taken");
        }

        _links.Start(link);
        return true;
    }

    private void Ended()
    {
        if (Interlocked.Decrement(ref _running) == 0) _idle.SetResult();
    }
}
