using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Arena.Web.Tests;

/// <summary>
/// A network between a browser and Arena that can forget its connections: they stay open and carry nothing any more, as after a change from
/// Wi-Fi to mobile data.
/// </summary>
internal sealed class FreezingProxy : IAsyncDisposable
{
    private readonly Uri _server;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _tasks = [];
    private int _generation;
    private CancellationTokenSource _cut = new();

    public FreezingProxy(Uri server)
    {
        _server = server;
        _listener.Start();
        _tasks.Add(AcceptAsync());
    }

    public Uri Address => new UriBuilder(_server) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;

    /// <summary>Whether new connections carry nothing either.</summary>
    public bool IsDown { get; set; }

    /// <summary>Freezes the connections that are open now. New ones work, unless <see cref="IsDown"/>.</summary>
    public void Freeze() => Interlocked.Increment(ref _generation);

    /// <summary>Ends the connections that are open now, for both ends.</summary>
    public async Task CutAsync()
    {
        using var cut = Interlocked.Exchange(ref _cut, new());
        await cut.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await Task.WhenAll(_tasks);
        _stop.Dispose();
        _cut.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _tasks.Add(CarryAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        var generation = Volatile.Read(ref _generation);
        using var open = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, Volatile.Read(ref _cut).Token);
        using (browser)
        using (var server = new TcpClient { NoDelay = true })
        {
            try
            {
                browser.NoDelay = true;
                await server.ConnectAsync(_server.Host, _server.Port, open.Token);
                await Task.WhenAny(
                    PumpAsync(browser.GetStream(), server.GetStream(), generation, open.Token),
                    PumpAsync(server.GetStream(), browser.GetStream(), generation, open.Token));
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException)
            {
                // One of the two ends has closed: the connection is over for the other as well.
            }
        }
    }

    /// <summary>Carries bytes until an end closes. One that is frozen takes them and passes nothing on, not even the end.</summary>
    private async Task PumpAsync(NetworkStream from, NetworkStream to, int generation, CancellationToken closed)
    {
        var buffer = new byte[16 * 1_024];
        while (await from.ReadAsync(buffer, closed) is > 0 and var count)
        {
            if (!IsDown && generation == Volatile.Read(ref _generation))
                await to.WriteAsync(buffer.AsMemory(0, count), closed);
        }
        if (generation != Volatile.Read(ref _generation))
            await Task.Delay(Timeout.Infinite, closed);
    }
}
