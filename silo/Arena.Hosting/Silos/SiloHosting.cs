using System.Net;
using Arena.Grains.Placement;
using Arena.Hosting.Cluster;
using Arena.Hosting.Events;
using Arena.Hosting.GrainStorage;
using Arena.Hosting.Hosts;
using Arena.Hosting.Webhooks;
using Arena.Storage.Orleans;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Arena.Hosting.Silos;

/// <summary>Hosts grains on Orleans, alone or as a silo of a cluster.</summary>
internal static class SiloHosting
{
    public static IServiceCollection AddSilo(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ArenaSiloOptions>().BindConfiguration(ArenaSiloOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ArenaSiloOptions>, ArenaSiloOptionsValidator>();
        services.AddOptions<SiloMessagingOptions>().Configure<IOptions<ArenaSiloOptions>>(
            (messaging, arena) => messaging.MaxEnqueuedRequestsHardLimit = arena.Value.MailboxLimit);
        services.AddOrleans(silo =>
        {
            var options = configuration.GetSection(ArenaSiloOptions.Section).Get<ArenaSiloOptions>() ?? new();
            silo.PlaceGamesTogether(options.RoleList).UseDistributedDirectory().KeepGrainStates();
            silo.Services.AddSingleton<IOutgoingGrainCallFilter, UnreachableSilos>();
            DashboardSwitch.AddTo(silo, configuration);
            if (TelemetryRegistration.IsExported(configuration))
                silo.AddActivityPropagation();
            if (ClusterConfiguration.IsClustered(configuration))
                Join(silo, configuration);
            else
                silo.UseLocalhostClustering(
                    SiloEndpoints.FreePort(IPAddress.Loopback), gatewayPort: 0, serviceId: ClusterRegistration.ServiceId, clusterId: ClusterRegistration.ServiceId);
            if (options.RoleList.Contains(SiloRole.Consumers))
            {
                silo.AddEventBus();
                silo.Services.AddWebhookService(configuration);
            }
        });
        return services;
    }

    private static void Join(ISiloBuilder silo, IConfiguration configuration)
    {
        silo.Services.AddOrleansCluster(configuration);
        silo.Services.AddSingleton<IConfigureOptions<EndpointOptions>, SiloEndpoints>();
        silo.UseAdoNetClustering(clustering => clustering.Configure<OrleansDatabase>(
            (options, database) => (options.Invariant, options.DataSource) = (database.Invariant, database.Source)));
        silo.UseTls(ClusterTls.From(configuration));
    }
}
