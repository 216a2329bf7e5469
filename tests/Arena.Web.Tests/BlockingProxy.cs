using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Arena.Web.Tests;

/// <summary>A network that lets pages and single requests through, and does to live connections what filters do.</summary>
internal sealed class BlockingProxy : IAsyncDisposable
{
    private static readonly byte[] Forbidden =
        "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 7\r\nConnection: close\r\n\r\nblocked"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopped = new();
    private readonly Uri _target;
    private readonly Block _block;
    private readonly Task _accepting;

    public BlockingProxy(Uri target, Block block)
    {
        (_target, _block) = (target, block);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public enum Block
    {
        /// <summary>An upgrade is answered 403.</summary>
        Forbid,
        /// <summary>The headers of an upgrade are removed, so that it arrives as a plain request.</summary>
        Strip,
        /// <summary>An upgrade is never answered.</summary>
        Swallow,
        /// <summary>An upgrade is let through, and the connection is cut as soon as it carries something.</summary>
        Cut,
        /// <summary>Every request of the hub is answered 403.</summary>
        ForbidAll,
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stopped.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> carried = [];
        try
        {
            while (true)
                carried.Add(CarryAsync(await _listener.AcceptTcpClientAsync(_stopped.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(carried);
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var server = new TcpClient();
        using (browser)
        {
            try
            {
                await server.ConnectAsync(_target.Host, _target.Port, _stopped.Token);
                var (up, down) = (browser.GetStream(), server.GetStream());
                using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stopped.Token);
                var downwards = down.CopyToAsync(up, ended.Token);
                await Task.WhenAny(UpwardsAsync(up, down, ended.Token), downwards);
                await ended.CancelAsync();
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
            {
                // Either end closed, which ends the other.
            }
        }
    }

    private async Task UpwardsAsync(NetworkStream from, NetworkStream to, CancellationToken ended)
    {
        var buffer = new byte[64 * 1024];
        var isUpgraded = false;
        int count;
        while ((count = await from.ReadAsync(buffer, ended)) > 0)
        {
            var text = Encoding.Latin1.GetString(buffer, 0, count);
            var isHub = text.Split("\r\n")[0].Contains("/hubs/", StringComparison.Ordinal);
            var isUpgrade = isHub && text.Contains("Upgrade: websocket", StringComparison.OrdinalIgnoreCase);
            if ((isUpgrade && _block == Block.Forbid) || (isHub && _block == Block.ForbidAll))
            {
                await from.WriteAsync(Forbidden, ended);
                return;
            }
            if (isUpgrade && _block == Block.Swallow)
                await Task.Delay(Timeout.Infinite, ended);
            if (isUpgraded && _block == Block.Cut)
                return;
            isUpgraded |= isUpgrade;
            if (isUpgrade && _block == Block.Strip)
                text = string.Join("\r\n", text.Split("\r\n").Where(line => !line.StartsWith("Upgrade:", StringComparison.OrdinalIgnoreCase))
                    .Select(line => line.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase) ? "Connection: keep-alive" : line));
            await to.WriteAsync(Encoding.Latin1.GetBytes(text), ended);
        }
    }
}
