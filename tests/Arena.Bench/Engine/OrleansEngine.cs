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

    public static IServiceCollection AddBenchEngine(this IServiceCollection services)
    {
        services.AddLogging();
        return services.AddOrleans(silo => silo.UseLocalhostClustering(FreePort(), gatewayPort: 0));
    }

    /// <summary>What is measured here is one process.</summary>
    public static void AddCommands(Command command, Option<int> grains, Option<int> callers, Option<int> calls, Option<int> rounds)
    {
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
