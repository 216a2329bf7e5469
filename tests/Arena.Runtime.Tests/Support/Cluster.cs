namespace Arena.Runtime.Tests;

/// <summary>Starts clusters with the grains of this assembly, memory storage and virtual time.</summary>
internal static class Cluster
{
    public static async Task<TestCluster> StartAsync(Action<TestClusterBuilder>? configure = null)
    {
        var builder = new TestClusterBuilder()
            .AddAssembly(typeof(Cluster).Assembly)
            .UseTimeProvider(new ManualTimeProvider())
            .ConfigureSilo(silo => silo.AddMemoryGrainStorage("Default"));
        configure?.Invoke(builder);
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }
}
