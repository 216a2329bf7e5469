using Arena.Hosting.Cluster;
using Arena.Hosting.Hosts;
using Arena.Storage.Orleans;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Arena.Hosting.Client;

/// <summary>Calls the grains of a cluster from a process that hosts none.</summary>
internal static class ClientHosting
{
    public static IServiceCollection AddClusterClient(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOrleansCluster(configuration);
        services.AddOrleansClient(client =>
        {
            if (TelemetryRegistration.IsExported(configuration))
                client.AddActivityPropagation();
            client.UseAdoNetClustering(clustering => clustering.Configure<OrleansDatabase>(
                (options, database) => (options.Invariant, options.DataSource) = (database.Invariant, database.Source)));
            DashboardSwitch.AddTo(client, configuration);
            client.UseTls(ClusterTls.From(configuration));
            client.UseConnectionRetryFilter<ConnectionRetry>();
            client.Services.AddSingleton<IOutgoingGrainCallFilter, UnreachableSilos>();
            client.Services.AddOptions<GatewayOptions>().Configure<IOptions<ArenaClusterOptions>>(
                (gateways, cluster) => gateways.GatewayListRefreshPeriod = cluster.Value.LeaseTimeToLive);
            // A call that was passed on to a silo which died is neither answered nor broken: it must not be waited for much longer
            // than the death takes to be noticed.
            client.Services.AddOptions<ClientMessagingOptions>().Configure<IOptions<ArenaClusterOptions>>(
                (calls, cluster) => calls.ResponseTimeout = 2 * cluster.Value.LeaseTimeToLive);
        });
        // Pages and health checks answer while no silo does yet.
        services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        return services.AddSingleton<SiloFailureNotifier>().AddHostedService<SiloFailureWatch>();
    }
}
