using System.Net;
using System.Net.Sockets;
using Arena.Gateway.Configuration;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// Connections whose other end takes nothing any more are cut by the kernel, at no cost for the others: TCP_USER_TIMEOUT (tcp(7), RFC 5482),
/// set on the listening socket and inherited by all that it accepts. It counts while bytes wait that were not acknowledged, be it that the
/// browser is gone or that its window is full. Linux only; elsewhere the hub's own time-outs are what there is.
/// </summary>
internal sealed class SlowConsumerTimeout(IOptions<GatewayOptions> options) : IConfigureOptions<SocketTransportOptions>
{
    private const int TcpUserTimeout = 18;

    public void Configure(SocketTransportOptions transport)
    {
        var createSocket = transport.CreateBoundListenSocket;
        transport.CreateBoundListenSocket = endPoint =>
        {
            var socket = createSocket(endPoint);
            if (OperatingSystem.IsLinux() && endPoint is IPEndPoint)
                socket.SetRawSocketOption((int)ProtocolType.Tcp, TcpUserTimeout, BitConverter.GetBytes(options.Value.SlowConsumerTimeoutMs));
            return socket;
        };
    }
}
