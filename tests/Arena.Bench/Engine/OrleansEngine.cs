using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Arena.Bench;

/// <summary>Microsoft Orleans.</summary>
internal static class BenchEngine
{
    public const string Name = "Orleans";

    /// <summary>What is measured of it is one process.</summary>
    public static IReadOnlyList<Command> Commands => [];

    public static IServiceCollection AddBenchEngine(this IServiceCollection services)
    {
        services.AddLogging();
        return services.AddOrleans(silo => silo.UseLocalhostClustering(FreePort(), gatewayPort: 0));
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
