using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Orleans.Configuration;
using Orleans.Storage;

namespace Arena.Silo;

/// <summary>Microsoft Orleans. With its parts in the folder beside it, the only file of the silo that knows it.</summary>
internal static class OrleansEngine
{
    /// <summary>Where grains keep their states.</summary>
    internal const string Storage = "arena";

    private const string OwnStorage = "arena.orleans";
    private const string StorageBefore = "arena.built-in";
    private const string PubSubStorage = "PubSubStore";
    private const string EventStreamKey = "Arena:Orleans:EventStream";
    private static readonly string[] Traces = ["Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application"];
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(1);

    /// <summary>Adds a silo, which joins the cluster if one is configured.</summary>
    public static IServiceCollection AddArenaEngine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOrleans(silo =>
        {
            silo.AddActivityPropagation();
            silo.PlaceGamesTogether();
            if (ClusterConfiguration.IsClustered(configuration))
                Join(silo, configuration);
            else
                silo.UseLocalhostClustering(OrleansEndpoints.FreePort(IPAddress.Loopback), gatewayPort: 0);
            if (ClusterConfiguration.IsOnPostgres(configuration))
                KeepStatesInPostgres(silo, ClusterConfiguration.ConnectionString(configuration));
            else
                silo.AddMemoryGrainStorage(PubSubStorage);
            if (configuration.GetValue<bool>(EventStreamKey))
                EventLogStream.Offer(silo);
        });
        return services;
    }

    /// <summary>Adds the way to call the cluster's grains.</summary>
    public static IServiceCollection AddArenaEngineClient(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOrleansCluster(configuration);
        // A call that was passed on to a silo which died is answered by nobody and broken by nothing: it must not be waited for much longer
        // than the death takes to be noticed.
        services.AddOrleansClient(client =>
        {
            client.AddActivityPropagation();
            client.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) =
                (OrleansClusterRegistration.Npgsql, ClusterConfiguration.ConnectionString(configuration)));
            client.UseConnectionRetryFilter(async (_, cancel) =>
            {
                await Task.Delay(Reconnect, cancel);
                return true;
            });
            client.Services.AddSingleton<IOutgoingGrainCallFilter, UnreachableSilos>();
            client.Services.AddOptions<GatewayOptions>().Configure<IOptions<OrleansClusterOptions>>(
                (gateways, cluster) => gateways.GatewayListRefreshPeriod = cluster.Value.LeaseTimeToLive);
            client.Services.AddOptions<ClientMessagingOptions>().Configure<IOptions<OrleansClusterOptions>>(
                (calls, cluster) => calls.ResponseTimeout = 2 * cluster.Value.LeaseTimeToLive);
            client.Services.AddOptions<ClientConnectionOptions>().Configure<IOptions<OrleansClusterOptions>>(
                (connections, cluster) => connections.ConfigureConnection(new ClusterKeyProof(cluster.Value.Key).Dial));
        });
        return services.AddSingleton<SiloLosses>().AddHostedService<SiloLossWatch>();
    }

    /// <summary>Whether the engine does not start because of how it is configured.</summary>
    public static bool IsEngineRefusal(this Exception failure) => failure is OrleansConfigurationException;

    public static MeterProviderBuilder AddEngine(this MeterProviderBuilder metrics) => metrics.AddMeter("Microsoft.Orleans");

    public static TracerProviderBuilder AddEngine(this TracerProviderBuilder traces) => traces.AddSource(Traces);

    /// <summary>Every grain that says nothing else of its place is put with its game.</summary>
    internal static void PlaceGamesTogether(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<DepartingSilos>();
        silo.Services.AddSingleton<PlacementStrategy, GamePlacement>();
        silo.AddPlacementDirector<GamePlacement, GamePlacementDirector>();
    }

    private static void Join(ISiloBuilder silo, IConfiguration configuration)
    {
        var database = ClusterConfiguration.ConnectionString(configuration);
        silo.Services.AddOrleansCluster(configuration);
        silo.Services.AddSingleton<IConfigureOptions<EndpointOptions>, OrleansEndpoints>();
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (OrleansClusterRegistration.Npgsql, database));
        silo.UseAdoNetReminderService(options => options.Configure(reminders =>
            (reminders.Invariant, reminders.ConnectionString) = (OrleansClusterRegistration.Npgsql, database)));
        silo.AddGrainService<SiloNotices>();
        silo.Services.AddSingleton<SiloNoticesClient>();
        silo.Services.AddHostedService<SiloDeparture>();
        silo.Services.AddOptions<SiloConnectionOptions>().Configure<IOptions<OrleansClusterOptions>>((connections, cluster) =>
        {
            var proof = new ClusterKeyProof(cluster.Value.Key);
            connections.ConfigureSiloOutboundConnection(proof.Dial);
            connections.ConfigureSiloInboundConnection(proof.Listen);
            connections.ConfigureGatewayInboundConnection(proof.Listen);
        });
    }

    private static void KeepStatesInPostgres(ISiloBuilder silo, string database)
    {
        foreach (var name in (string[])[OwnStorage, PubSubStorage])
            silo.AddAdoNetGrainStorage(name, options => (options.Invariant, options.ConnectionString) = (OrleansClusterRegistration.Npgsql, database));
        var before = silo.Services.Last(service => service.ServiceType == typeof(IGrainStorage) && Storage.Equals(service.ServiceKey));
        silo.Services.Remove(before);
        silo.Services.AddKeyedSingleton(StorageBefore, (provider, _) => (IGrainStorage)before.KeyedImplementationFactory!(provider, Storage));
        silo.Services.AddKeyedSingleton<IGrainStorage>(Storage, (provider, _) => new InheritedGrainStorage(
            provider.GetRequiredKeyedService<IGrainStorage>(OwnStorage), provider.GetRequiredKeyedService<IGrainStorage>(StorageBefore)));
    }
}
