using Arena.Grains.Events;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Hosting.Events.Nats;

/// <summary>Relays events to NATS where an operator names its servers.</summary>
internal static class NatsRelayRegistration
{
    public static IServiceCollection AddNatsRelay(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<NatsOptions>().BindConfiguration(NatsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<NatsOptions>, NatsOptionsValidator>();
        return string.IsNullOrWhiteSpace(configuration[$"{NatsOptions.Section}:{nameof(NatsOptions.Url)}"])
            ? services
            : services.AddEventConsumer<NatsRelay>();
    }
}
