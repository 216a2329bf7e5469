using Microsoft.Extensions.Hosting;

namespace Arena.TestKit.Silos;

/// <summary>Receives a silo's request to end its process.</summary>
internal sealed class SimulatedLifetime : IHostApplicationLifetime
{
    public bool IsStopRequested { get; private set; }

    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => CancellationToken.None;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void StopApplication() => IsStopRequested = true;
}
