using System.Net;
using System.Net.Sockets;
using Arena.Gateway.Configuration;
using Arena.Gateway.Play;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Tests.Play;

public sealed class SlowConsumerTimeoutTests
{
    private const int TcpUserTimeout = 18;

    [Fact]
    public async Task Every_accepted_connection_is_cut_by_the_kernel_after_the_configured_time()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The option is Linux's.");
        var transport = new SocketTransportOptions();
        new SlowConsumerTimeout(Options.Create(new GatewayOptions { SlowConsumerTimeoutMs = 7_000 })).Configure(transport);
        using var listening = transport.CreateBoundListenSocket(new IPEndPoint(IPAddress.Loopback, 0));
        listening.Listen();

        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listening.LocalEndPoint!, TestContext.Current.CancellationToken);
        using var accepted = await listening.AcceptAsync(TestContext.Current.CancellationToken);

        var timeout = new byte[sizeof(int)];
        accepted.GetRawSocketOption((int)ProtocolType.Tcp, TcpUserTimeout, timeout);
        Assert.Equal(7_000, BitConverter.ToInt32(timeout));
    }
}
