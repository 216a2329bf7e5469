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
        services.TryAddSingleton<Silo>();
        services.TryAddSingleton<IClusterClient>(provider => provider.GetRequiredService<Silo>());
        services.TryAddSingleton<IGrainFactory>(provider => provider.GetRequiredService<Silo>());
        services.AddHostedService(provider => provider.GetRequiredService<Silo>());
        return services;
    }
}
