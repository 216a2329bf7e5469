using Microsoft.Extensions.Hosting;

namespace Arena.Simulation.Silos;

/// <summary>Hears that a silo wants its process to end.</summary>
internal sealed class SimulatedLifetime : IHostApplicationLifetime
{
    public bool IsStopRequested { get; private set; }

    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => CancellationToken.None;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void StopApplication() => IsStopRequested = true;
}
