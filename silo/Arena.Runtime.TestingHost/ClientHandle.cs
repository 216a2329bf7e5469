using Microsoft.Extensions.DependencyInjection;

namespace Arena.Runtime.TestingHost;

/// <summary>One client of a <see cref="TestCluster"/>: a process that calls grains and hosts none, as a gateway is.</summary>
public sealed class ClientHandle : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Action _cutOff;

    internal ClientHandle(string name, ServiceProvider services, SimulatedProcess? process, Action cutOff)
    {
        Name = name;
        Process = process;
        _services = services;
        _cutOff = cutOff;
    }

    /// <summary>Its name in the network of the cluster.</summary>
    public string Name { get; }

    /// <summary>The process that it is, in a simulation.</summary>
    public SimulatedProcess? Process { get; }

    /// <summary>Whether it was started and not stopped.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _services;

    /// <summary>The way to call grains.</summary>
    public IClusterClient Client => _services.GetRequiredService<IClusterClient>();

    /// <summary>Starts it.</summary>
    /// <returns>Completes when it can call.</returns>
    public async Task StartAsync()
    {
        await HostedServices.StartAsync(_services, Process);
        IsActive = true;
    }

    /// <summary>Stops it; once.</summary>
    /// <returns>Completes when its links are closed.</returns>
    public async Task StopAsync()
    {
        if (!IsActive) return;
        IsActive = false;
        await HostedServices.StopAsync(_services, Process);
    }

    /// <summary>Ends it without a word. Only in a simulation.</summary>
    public void Kill()
    {
        IsActive = false;
        (Process ?? throw new InvalidOperationException("Only a simulated client can be killed.")).Kill();
        _cutOff();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
