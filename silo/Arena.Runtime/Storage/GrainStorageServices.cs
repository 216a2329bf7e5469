using Microsoft.Extensions.DependencyInjection;

namespace Arena.Runtime;

/// <summary>Registers storage providers.</summary>
public static class GrainStorageServices
{
    /// <summary>The provider of states that name none.</summary>
    public const string DefaultName = "Default";

    /// <summary>Registers a provider under a name.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name that <see cref="PersistentStateAttribute"/> uses.</param>
    /// <param name="create">Makes the provider.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddGrainStorage(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, string, IGrainStorage> create) =>
        services.AddKeyedSingleton(name, (provider, key) => create(provider, (string)key!));
}
