using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Arena.Silo;

/// <summary>
/// Before anything of a silo stops, all silos hear that it will: sessions that leave it then are placed elsewhere. Orleans itself tells the
/// cluster only once the silo stops, which is after the sessions have been handed over.
/// </summary>
internal sealed partial class SiloDeparture(
    ILocalSiloDetails self, ISiloStatusOracle silos, SiloNoticesClient notices, DepartingSilos departing, ILogger<SiloDeparture> logger)
    : IHostedLifecycleService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        departing.Add(self.SiloAddress);
        var others = silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Where(silo => !silo.Equals(self.SiloAddress));
        return Task.WhenAll(others.Select(silo => TellAsync(silo, cancellationToken)));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A silo that cannot be told may place a session back here: it moves again when this one stops.</summary>
    private async Task TellAsync(SiloAddress silo, CancellationToken cancellationToken)
    {
        try
        {
            await notices.Of(silo).Departing(self.SiloAddress).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception failed) when (failed is OrleansException or TimeoutException or OperationCanceledException)
        {
            LogNotTold(failed, silo);
        }
    }

    [LoggerMessage(EventId = 131, Level = LogLevel.Warning, Message = "Silo {Silo} could not be told that this one stops")]
    private partial void LogNotTold(Exception cause, SiloAddress silo);
}
