using Microsoft.Extensions.DependencyInjection;

namespace Arena.Runtime.Tests;

/// <summary>Starts clusters with the grains of this assembly, memory storage and virtual time.</summary>
internal static class Cluster
{
    public static async Task<TestCluster> StartAsync(Action<TestClusterBuilder>? configure = null)
    {
        var cluster = Build(configure);
        await cluster.DeployAsync();
        return cluster;
    }

    public static TestCluster Build(Action<TestClusterBuilder>? configure = null)
    {
        var builder = new TestClusterBuilder()
            .AddAssembly(typeof(Cluster).Assembly)
            .UseTimeProvider(new ManualTimeProvider())
            .ConfigureServices(services => services.AddSingleton<Probe>().AddSingleton<LogCapture>().AddLogging(
                logging => logging.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(
                    provider => provider.GetRequiredService<LogCapture>())))
            .ConfigureSilo(silo => silo.AddMemoryGrainStorage("Default"));
        configure?.Invoke(builder);
        return builder.Build();
    }

    public static TestClusterBuilder WithOptions(this TestClusterBuilder builder, Action<GrainEngineOptions> configure) =>
        builder.ConfigureSilo(silo => silo.Configure(configure));

    public static Probe Probe(this TestCluster cluster) => cluster.ServiceProvider.GetRequiredService<Probe>();

    public static LogCapture Logs(this TestCluster cluster) => cluster.ServiceProvider.GetRequiredService<LogCapture>();

    public static T Grain<T>(this TestCluster cluster, string key)
        where T : IGrainWithStringKey => cluster.GrainFactory.GetGrain<T>(key);

    /// <summary>A guard against a hang: when it strikes, the evidence is missing; it is not what is measured.</summary>
    public static Task Soon(this Task task) => task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <inheritdoc cref="Soon(Task)"/>
    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(TimeSpan.FromSeconds(60));
}
