using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Arena.Runtime;

/// <summary>Adds links over TCP to a process of a cluster.</summary>
public static class TcpTransportRegistration
{
    /// <summary>Adds the transport, with <see cref="TransportOptions"/> that are validated at start.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddTcpTransport(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddMetrics();
        services.AddOptions<TransportOptions>().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IValidateOptions<TransportOptions>, TransportOptionsValidator>();
        services.TryAddSingleton<TransportMetrics>();
        services.TryAddSingleton<TransportServices>();
        services.TryAddSingleton<ITransport, TcpTransport>();
        return services;
    }
}
