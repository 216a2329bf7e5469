using Microsoft.Extensions.Hosting;

namespace Arena.Runtime.TestingHost;

/// <summary>One silo of a <see cref="TestCluster"/>.</summary>
public sealed class SiloHandle : IAsyncDisposable
{
    private readonly IHost _host;

    internal SiloHandle(int instanceNumber, IHost host)
    {
        InstanceNumber = instanceNumber;
        _host = host;
    }

    /// <summary>Its number, from 0.</summary>
    public int InstanceNumber { get; }

    /// <summary>Whether it was started and not stopped.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>Starts it.</summary>
    /// <returns>Completes when it takes calls.</returns>
    public async Task StartAsync()
    {
        await _host.StartAsync();
        IsActive = true;
    }

    /// <summary>Stops it gracefully; once.</summary>
    /// <returns>Completes when its activations have ended.</returns>
    public async Task StopAsync()
    {
        if (!IsActive) return;
        IsActive = false;
        await _host.StopAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }
}
