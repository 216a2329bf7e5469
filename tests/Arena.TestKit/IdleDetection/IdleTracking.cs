using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace Arena.TestKit.IdleDetection;

/// <summary>Adds an <see cref="IdleTracker"/> to real silos and clients.</summary>
public static class IdleTracking
{
    /// <summary>The grains run by the tracker's virtual time, and their calls are tracked. Orleans itself keeps real time.</summary>
    /// <param name="services">The services of a silo.</param>
    /// <param name="tracker">The tracker.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection TrackGrains(this IServiceCollection services, IdleTracker tracker)
    {
        services.RemoveAll<TimeProvider>();
        services.AddSingleton<TimeProvider>(tracker);
        services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
        // Orleans would wait by the grains' time before it tries a placement again that failed: it fails at once.
        services.Configure<SiloMessagingOptions>(messaging => messaging.PlacementMaxRetries = 0);
        return services.TrackCalls(tracker);
    }

    /// <summary>Calls are tracked.</summary>
    /// <param name="services">The services of a client.</param>
    /// <param name="tracker">The tracker.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection TrackCalls(this IServiceCollection services, IdleTracker tracker) =>
        services.AddSingleton<IIncomingGrainCallFilter>(tracker).AddSingleton<IOutgoingGrainCallFilter>(tracker);
}
