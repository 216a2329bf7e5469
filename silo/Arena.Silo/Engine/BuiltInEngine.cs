using Arena.GrainInterfaces;
using Arena.Grains;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Silo;

/// <summary>The built-in engine. The only file of the silo that knows it.</summary>
internal static class BuiltInEngine
{
    private const string Section = "Arena:Engine";

    public static IServiceCollection AddArenaEngine(this IServiceCollection services, IConfiguration configuration) =>
        services.AddGrainEngine(engine => engine
            .AddAssembly(typeof(IGameSessionGrain).Assembly)
            .AddAssembly(typeof(GameOptions).Assembly)
            .Configure(options => configuration.GetSection(Section).Bind(options)));
}
