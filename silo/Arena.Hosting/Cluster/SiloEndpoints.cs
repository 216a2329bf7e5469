using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Arena.Hosting.Cluster;

/// <summary>Where a silo listens. Orleans wants port numbers: a port that is left to the system is chosen here.</summary>
internal sealed class SiloEndpoints(IOptions<ArenaClusterOptions> cluster) : IConfigureOptions<EndpointOptions>
{
    public void Configure(EndpointOptions options)
    {
        var wanted = cluster.Value;
        var listen = IPAddress.Parse(wanted.ListenAddress);
        options.AdvertisedIPAddress = wanted.AdvertisedHost is { } host ? Resolve(host, listen.AddressFamily) : listen;
        options.SiloPort = wanted.ListenPort == 0 ? FreePort(listen) : wanted.ListenPort;
        options.GatewayPort = wanted.GatewayPort == 0 ? FreePort(listen) : wanted.GatewayPort;
        options.SiloListeningEndpoint = new(listen, options.SiloPort);
        options.GatewayListeningEndpoint = new(listen, options.GatewayPort);
    }

    /// <summary>A port that is free at this moment.</summary>
    public static int FreePort(IPAddress address)
    {
        using var probe = new TcpListener(address, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static IPAddress Resolve(string host, AddressFamily family)
    {
        try
        {
            return Dns.GetHostAddresses(host, family)[0];
        }
        catch (SocketException unknown)
        {
            throw new OptionsValidationException(ClusterConfiguration.Section, typeof(ArenaClusterOptions),
            [
                $"{ClusterConfiguration.Section}:{nameof(ArenaClusterOptions.AdvertisedHost)} is '{host}', which has no address "
                + $"({unknown.Message}); give a name that this machine can resolve, or an IP address.",
            ]);
        }
    }
}
