using System.Net;
using System.Net.Sockets;

namespace Arena.Load.Crowds;

/// <summary>A browser's REST side that is at an address of its own.</summary>
internal static class AddressedClient
{
    public static HttpClient At(IPAddress address, Uri server) => new(new SocketsHttpHandler
    {
        UseCookies = false,
        ConnectCallback = async (to, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(to.DnsEndPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = server,
    };
}
