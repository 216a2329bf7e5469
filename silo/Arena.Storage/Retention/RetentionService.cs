using Arena.Storage.Writing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Arena.Storage.Retention;

/// <summary>Sweeps as often as configured, for the first time one interval after the start. Several silos may: they find nothing left to do.</summary>
internal sealed partial class RetentionService(
    RetentionSweep sweep, StorageMetrics metrics, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionService> logger)
    : BackgroundService
{
    // Made with the service, not when its loop first runs: time counts from the start.
    private readonly PeriodicTimer _timer = new(TimeSpan.FromMinutes(options.Value.SweepMinutes), time);

    public override void Dispose()
    {
        _timer.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var (sessions, users) = await sweep.RunAsync(stoppingToken);
                if (sessions + users > 0)
                    LogDeleted(logger, sessions, users);
                metrics.Swept(sessions);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, trouble);
            }
        }
    }

    [LoggerMessage(EventId = 303, Level = LogLevel.Information, Message = "Retention deleted {Sessions} sessions and {Users} guests")]
    private static partial void LogDeleted(ILogger logger, int sessions, int users);

    [LoggerMessage(EventId = 304, Level = LogLevel.Warning, Message = "Retention could not delete old rows; the next sweep tries again")]
    private static partial void LogFailed(ILogger logger, Exception cause);
}
