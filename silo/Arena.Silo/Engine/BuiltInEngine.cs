using Arena.GrainInterfaces;
using Arena.Grains;
using Arena.Runtime.Postgres;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Arena.Silo;

/// <summary>The built-in engine. The only file of the silo that knows it.</summary>
internal static class BuiltInEngine
{
    private const string Telemetry = "Arena.Runtime";

    /// <summary>Adds a silo, which joins the cluster if one is configured.</summary>
    public static IServiceCollection AddArenaEngine(this IServiceCollection services, IConfiguration configuration) =>
        services.AddGrainEngine(engine => Configure(engine, configuration));

    /// <summary>Adds the way to call the cluster's grains.</summary>
    public static IServiceCollection AddArenaEngineClient(this IServiceCollection services, IConfiguration configuration) =>
        services.AddGrainClient(engine => Configure(engine, configuration)).AddSingleton(provider =>
        {
            var losses = new SiloLosses();
            provider.GetRequiredService<IClusterLinks>().LinkLost += _ => losses.Report();
            return losses;
        });

    /// <summary>Whether the engine does not start because of how it is configured.</summary>
    public static bool IsEngineRefusal(this Exception failure) => failure is GrainEngineConfigurationException;

    public static MeterProviderBuilder AddEngine(this MeterProviderBuilder metrics) => metrics.AddMeter(Telemetry);

    public static TracerProviderBuilder AddEngine(this TracerProviderBuilder traces) => traces.AddSource(Telemetry);

    private static void Configure(GrainEngineBuilder engine, IConfiguration configuration)
    {
        engine
            .AddAssembly(typeof(IGameSessionGrain).Assembly)
            .AddAssembly(typeof(GameOptions).Assembly)
            .Configure(options => configuration.GetSection(GrainEngineOptions.SectionName).Bind(options));
        if (!ClusterConfiguration.IsClustered(configuration))
            return;
        var cluster = configuration.GetSection(ClusterConfiguration.Section);
        engine.UseCluster(options => cluster.Bind(options));
        engine.Services.Configure<TransportOptions>(options => cluster.Bind(options));
        engine.Services.AddTcpTransport();
        engine.Services.AddPostgresClusterStore(ClusterConfiguration.ConnectionString(configuration));
    }
}
