using Microsoft.Extensions.DependencyInjection;

namespace Arena.Runtime.Tests;

/// <summary>Starts clusters of several linked silos that share one probe.</summary>
internal static class Silos
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(3);

    /// <summary>Long enough for a lease to run out and for the others to notice.</summary>
    public static readonly TimeSpan Mourning = TimeSpan.FromSeconds(5);

    public static async Task<TestCluster> StartAsync(short count, Action<TestClusterBuilder>? configure = null)
    {
        var cluster = Build(count, configure);
        await cluster.DeployAsync();
        return cluster;
    }

    public static TestCluster Build(short count, Action<TestClusterBuilder>? configure = null)
    {
        var probe = new Probe();
        var logs = new LogCapture();
        var builder = new TestClusterBuilder(count)
            .UseCluster()
            .AddAssembly(typeof(Silos).Assembly)
            .UseTimeProvider(new ManualTimeProvider())
            .ConfigureServices(services => services.AddSingleton(probe).AddSingleton(logs).AddLogging(
                logging => logging.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(logs)))
            .ConfigureSilo(silo => silo.AddMemoryGrainStorage("Default"));
        configure?.Invoke(builder);
        return builder.Build();
    }

    /// <summary>The silo of the given address.</summary>
    public static SiloHandle At(this TestCluster cluster, string address) =>
        cluster.Silos.Single(silo => silo.Address.ToString() == address);

    /// <summary>A reference as a grain or a co-hosted caller of that silo has it.</summary>
    public static T Grain<T>(this SiloHandle silo, string key)
        where T : IGrainWithStringKey => silo.Services.GetRequiredService<IClusterClient>().GetGrain<T>(key);
}
