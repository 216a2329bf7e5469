using Arena.Grains.Configuration;
using Arena.Grains.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Hosting.Events;

/// <summary>The event bus on a silo of consumers.</summary>
internal static class EventBusHosting
{
    public static ISiloBuilder AddEventBus(this ISiloBuilder silo)
    {
        silo.Services.AddOptions<EventOptions>().BindConfiguration(EventOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        // Like Orleans' own loops, the bus runs in real time, also where games do not.
        silo.Services.AddSingleton<EventConsumers>().AddHostedService(
            services => ActivatorUtilities.CreateInstance<EventRetryService>(services, TimeProvider.System));
        return EventLogStream.Offer(silo);
    }
}
