using Microsoft.Extensions.DependencyInjection;

namespace Arena.Grains.Events;

/// <summary>Declares consumers.</summary>
public static class EventConsumerRegistration
{
    /// <summary>Gives a consumer the events of all sessions from now on. History comes to it by a replay.</summary>
    public static IServiceCollection AddEventConsumer<T>(this IServiceCollection services)
        where T : class, IEventConsumer => services.AddSingleton<IEventConsumer, T>();
}
