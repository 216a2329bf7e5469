using Arena.Grains;
using Arena.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Silo;

/// <summary>All that a process needs to host grains. What is added first starts first and stops last.</summary>
public static class SiloComposition
{
    public static IServiceCollection AddArenaSilo(this IServiceCollection services, IConfiguration configuration) => services
        .AddArenaStorage(configuration)
        .AddArenaEngine(configuration)
        .AddArenaGrains();
}
