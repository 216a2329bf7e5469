using System.Net;
using Arena.TestKit.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Arena.Bench;

/// <summary>Silos and clients of Orleans as they are without Arena's settings.</summary>
internal static class BenchSilo
{
    public static IServiceCollection AddBenchSilo(this IServiceCollection services) =>
        services.AddLogging().AddOrleans(silo => silo.UseLocalhostClustering(FreePorts.Next(), gatewayPort: 0));

    public static IServiceCollection AddClusterSilo(this IServiceCollection services, string membership)
    {
        var (silo, gateway, first) = BenchMembership.PortsOf(membership);
        return services.AddLogging().AddOrleans(
            builder => builder.UseLocalhostClustering(silo, gateway, new IPEndPoint(IPAddress.Loopback, first)));
    }

    public static IServiceCollection AddClusterClient(this IServiceCollection services, IReadOnlyList<string> silos) =>
        services.AddLogging().AddOrleansClient(
            client => client.UseLocalhostClustering([.. silos.Select(silo => BenchMembership.PortsOf(silo).Gateway)]));
}
