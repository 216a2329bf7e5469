using Arena.GrainInterfaces;
using Arena.Grains;
using Arena.Grains.Configuration;
using Arena.Grains.Events;
using Arena.Hosting.Client;
using Arena.Hosting.Cluster;
using Arena.Hosting.Events.Nats;
using Arena.Hosting.Silos;
using Arena.Storage;
using Arena.Storage.Boards;
using Arena.Storage.Events;
using Arena.Storage.Profiles;
using Arena.Storage.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Arena.Hosting;

/// <summary>What a process needs to host grains, or to call those of others. The first registration starts first and stops last.</summary>
public static class SiloComposition
{
    /// <summary>Hosts grains: alone, or as a silo of the cluster that is configured.</summary>
    public static IServiceCollection AddArenaSilo(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddArenaStorage(configuration).AddSilo(configuration).AddArenaGrains()
            .AddEventConsumer<GameSummaries>()
            .AddEventConsumer<GameFigures>()
            .AddEventConsumer<BoardGames>()
            .AddEventConsumer<PlayedGames>()
            .AddEventConsumer<GameReportMails>()
            .AddEventConsumer<WebhookOutbox>()
            .AddNatsRelay(configuration);
        services.AddOptions<GameOptions>().Validate(
            game => game.SubscriptionMs >= SubscriptionTimings.ShortestLifetimeMs,
            $"{GameOptions.Section}:{nameof(GameOptions.SubscriptionMs)} is shorter than three renewals of a gateway. "
            + $"Give {SubscriptionTimings.ShortestLifetimeMs} or more.");
        services.TryAddSingleton<SiloFailureNotifier>();
        if (!ClusterConfiguration.IsClustered(configuration))
            return services;
        ClusterConfiguration.AddDatabaseCheck(services);
        return services
            .AddEventNotifications()
            .Configure<GameOptions>(game => game.HandOverMs = game.HandOverMs == 0 ? ClusterConfiguration.HandOverMs : game.HandOverMs)
            .AddOptions<HostOptions>()
            .Configure<IOptions<GameOptions>>((host, game) => host.ShutdownTimeout = ClusterConfiguration.ShutdownTimeout(game.Value.HandOverMs))
            .Services;
    }

    /// <summary>Calls the grains of the cluster that is configured, and hosts none; without a cluster it hosts them itself.</summary>
    public static IServiceCollection AddArena(this IServiceCollection services, IConfiguration configuration)
    {
        if (!ClusterConfiguration.IsClustered(configuration))
            return services.AddArenaSilo(configuration);
        ClusterConfiguration.AddDatabaseCheck(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ServerClock>();
        return services.AddArenaStorage(configuration).AddClusterClient(configuration);
    }
}
