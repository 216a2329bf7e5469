using System.Net;
using System.Net.Sockets;
using Arena.Storage.Webhooks;
using Microsoft.Extensions.Options;

namespace Arena.Hosting.Webhooks;

/// <summary>
/// Opens connections to endpoints. It resolves the name, checks every address, and connects to the addresses that it has checked, so that a
/// name cannot lead elsewhere between the check and the connection.
/// </summary>
/// <param name="options">Whether private networks are allowed.</param>
/// <param name="resolve">Finds the addresses of a name.</param>
internal sealed class WebhookConnector(IOptions<WebhookOptions> options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await resolve(host, cancel);
        if (!options.Value.AllowPrivateNetworks && !addresses.All(WebhookAddresses.IsPublic))
            throw new PrivateAddressException($"{host} has an address in a private network.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
