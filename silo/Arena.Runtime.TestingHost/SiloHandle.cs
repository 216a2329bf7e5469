using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Runtime.TestingHost;

/// <summary>One silo of a <see cref="TestCluster"/>.</summary>
public sealed class SiloHandle : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly SimulatedLifetime _lifetime;
    private readonly Action _cutOff;

    internal SiloHandle(int instanceNumber, ServiceProvider services, SimulatedProcess? process, SimulatedLifetime lifetime, Action cutOff)
    {
        InstanceNumber = instanceNumber;
        Process = process;
        _services = services;
        _lifetime = lifetime;
        _cutOff = cutOff;
    }

    /// <summary>Its number, from 0.</summary>
    public int InstanceNumber { get; }

    /// <summary>The process that it is, in a simulation.</summary>
    public SimulatedProcess? Process { get; }

    /// <summary>Whether it was started and not stopped.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Whether its process is to end: the cluster has declared it dead, or a background service has failed.</summary>
    public bool HasFallen => _lifetime.IsStopRequested;

    /// <summary>Its identity in the cluster; null before the start, and without a cluster.</summary>
    public SiloAddress? Address => _services.GetRequiredService<Silo>().Address;

    /// <summary>Its name in the network of the cluster.</summary>
    public string Name => NameOf(InstanceNumber);

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Validates the options and starts it.</summary>
    /// <returns>Completes when it takes calls.</returns>
    public async Task StartAsync()
    {
        _services.GetService<IStartupValidator>()?.Validate();
        await HostedServices.StartAsync(_services, Process);
        IsActive = true;
    }

    /// <summary>Stops it gracefully; once.</summary>
    /// <returns>Completes when its activations have ended.</returns>
    public async Task StopAsync()
    {
        if (!IsActive) return;
        IsActive = false;
        await OfferAsync();
        await HostedServices.StopAsync(_services, Process);
    }

    /// <summary>The first half of a graceful stop: it takes no more work, and hands over what ends by itself.</summary>
    /// <returns>Completes when the cluster has heard of it.</returns>
    public Task OfferAsync() => HostedServices.AnnounceStopAsync(_services, Process);

    /// <summary>Ends it without a word, as a process ends that is killed. Its services are not told; whoever is linked to it notices.</summary>
    public void Kill()
    {
        IsActive = false;
        if (Process is { } process)
        {
            process.Kill();
            _cutOff();
        }
        else
        {
            _services.GetRequiredService<Silo>().Kill();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    internal static string NameOf(int instanceNumber) => string.Create(CultureInfo.InvariantCulture, $"silo-{instanceNumber}");
}
