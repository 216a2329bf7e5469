using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Arena.Runtime.TestingHost;

/// <summary>
/// One silo of a <see cref="TestCluster"/>. It starts and stops the hosted services itself: a host would leave a simulation for the
/// thread pool.
/// </summary>
public sealed class SiloHandle : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    internal SiloHandle(int instanceNumber, ServiceProvider services)
    {
        InstanceNumber = instanceNumber;
        _services = services;
    }

    /// <summary>Its number, from 0.</summary>
    public int InstanceNumber { get; }

    /// <summary>Whether it was started and not stopped.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Its identity in the cluster; null before the start, and without a cluster.</summary>
    public SiloAddress? Address => _services.GetRequiredService<Silo>().Address;

    /// <summary>Its name in the network of the cluster.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"silo-{InstanceNumber}");

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Validates the options and starts it.</summary>
    /// <returns>Completes when it takes calls.</returns>
    public async Task StartAsync()
    {
        _services.GetService<IStartupValidator>()?.Validate();
        foreach (var service in _services.GetServices<IHostedService>()) await service.StartAsync(CancellationToken.None);
        IsActive = true;
    }

    /// <summary>Stops it gracefully; once.</summary>
    /// <returns>Completes when its activations have ended.</returns>
    public async Task StopAsync()
    {
        if (!IsActive) return;
        IsActive = false;
        var services = _services.GetServices<IHostedService>().Reverse().ToArray();
        await OfferAsync();
        foreach (var service in services) await service.StopAsync(CancellationToken.None);
    }

    /// <summary>The first half of a graceful stop: it takes no more work, and hands over what ends by itself.</summary>
    /// <returns>Completes when the cluster has heard of it.</returns>
    public async Task OfferAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>().Reverse().OfType<IHostedLifecycleService>())
            await service.StoppingAsync(CancellationToken.None);
    }

    /// <summary>Ends it without a word, as a process ends that is killed. Its services are not told.</summary>
    public void Kill()
    {
        IsActive = false;
        _services.GetRequiredService<Silo>().Kill();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
