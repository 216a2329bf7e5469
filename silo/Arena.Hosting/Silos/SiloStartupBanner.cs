using Arena.Hosting.Cluster;
using Arena.Storage.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Arena.Hosting.Silos;

/// <summary>Prints that the silo is ready, in plain words among the JSON logs; and refuses an address that other processes cannot reach.</summary>
internal static class SiloStartupBanner
{
    private const string Alone =
        $"{ClusterConfiguration.Section}:Key is missing, and a silo by itself can be called by nobody. Give all silos and gateways of "
        + "the cluster the same key of at least 32 characters, for example from: openssl rand -base64 32. "
        + "To run Arena as one process, start gateway/Arena.Gateway without a key.";

    public static IServiceCollection AddSiloStartupBanner(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().Validate<IConfiguration>((_, configuration) => ClusterConfiguration.IsClustered(configuration), Alone);
        return services.AddHostedService<Banner>();
    }

    private sealed class Banner(IHostApplicationLifetime lifetime) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.ApplicationStarted.Register(static () => Console.WriteLine("Arena silo is ready."));
            return Task.CompletedTask;
        }

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
