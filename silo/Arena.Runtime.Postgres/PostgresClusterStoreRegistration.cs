using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Arena.Runtime.Postgres;

/// <summary>Adds the cluster store on PostgreSQL to a process of a cluster.</summary>
public static class PostgresClusterStoreRegistration
{
    /// <summary>Adds the store.</summary>
    /// <param name="services">The services.</param>
    /// <param name="connectionString">The database that holds the cluster together.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddPostgresClusterStore(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IClusterStore>(provider => new PostgresClusterStore(connectionString, provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
