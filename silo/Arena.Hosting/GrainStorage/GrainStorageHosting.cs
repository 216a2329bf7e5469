using Arena.Storage.Orleans;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Storage;

namespace Arena.Hosting.GrainStorage;

/// <summary>Keeps grain states in the configured database, as JSON without type names, so that classes can move.</summary>
internal static class GrainStorageHosting
{
    /// <summary>The storage of grains' states.</summary>
    public const string Storage = "arena";

    public static ISiloBuilder KeepGrainStates(this ISiloBuilder silo) => silo.AddAdoNetGrainStorage(Storage, Configure);

    private static void Configure(OptionsBuilder<AdoNetGrainStorageOptions> builder) =>
        builder.Configure<IServiceProvider>((options, services) =>
        {
            var database = services.GetRequiredService<OrleansDatabase>();
            (options.Invariant, options.DataSource) = (database.Invariant, database.Source);
            options.GrainStorageSerializer = ActivatorUtilities.CreateInstance<SystemTextJsonGrainStorageSerializer>(services);
        });
}
