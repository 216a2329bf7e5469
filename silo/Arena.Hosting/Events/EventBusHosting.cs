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
        silo.Services.AddSingleton<EventConsumers>().AddHostedService<EventRetryService>();
        return EventLogStream.Offer(silo);
    }
}
