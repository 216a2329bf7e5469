using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Arena.Runtime;

/// <summary>Adds the grain engine to a process.</summary>
public static class GrainEngineServices
{
    /// <summary>
    /// Adds a silo that starts and stops with the host, and <see cref="IGrainFactory"/> and <see cref="IClusterClient"/> to call it.
    /// Time comes from a registered <see cref="TimeProvider"/>, else from the system's clock.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Registers assemblies, options, filters and storage.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddGrainEngine(this IServiceCollection services, Action<GrainEngineBuilder> configure)
    {
        // Before what is configured: that may need the silo while it starts and while it stops.
        services.AddHostedService(provider => provider.GetRequiredService<Silo>());
        AddParts(services, configure);
        services.TryAddSingleton<Silo>();
        services.TryAddSingleton(provider => provider.GetRequiredService<Silo>().Client);
        services.TryAddSingleton<IGrainFactory>(provider => provider.GetRequiredService<IClusterClient>());
        return services;
    }

    /// <summary>
    /// Adds <see cref="IGrainFactory"/> and <see cref="IClusterClient"/> to a process that hosts no grains and calls those of a cluster.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Registers assemblies and options, and the cluster, without which there is nobody to call.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddGrainClient(this IServiceCollection services, Action<GrainEngineBuilder> configure)
    {
        services.AddHostedService(provider => provider.GetRequiredService<GrainClient>());
        AddParts(services, configure);
        services.RemoveAll<SiloLease>();
        services.TryAddSingleton<GrainClient>();
        services.TryAddSingleton<IClusterLinks>(provider => provider.GetRequiredService<GrainClient>());
        services.TryAddSingleton(provider => provider.GetRequiredService<GrainClient>().Client);
        services.TryAddSingleton<IGrainFactory>(provider => provider.GetRequiredService<IClusterClient>());
        return services;
    }

    private static void AddParts(IServiceCollection services, Action<GrainEngineBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.AddLogging();
        services.AddMetrics();
        services.AddOptions<GrainEngineOptions>().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        configure(new GrainEngineBuilder(services));
        services.TryAddSingleton<ITurnDispatcher, ThreadPoolTurnDispatcher>();
        services.TryAddSingleton<IValidateOptions<GrainEngineOptions>, GrainEngineOptionsValidator>();
        services.TryAddSingleton<RuntimeMetrics>();
        services.TryAddSingleton<SiloServices>();
    }
}
