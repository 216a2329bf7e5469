using Arena.Gateway.Configuration;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Media.Sweeping;

/// <summary>Sweeps as often as configured, for the first time one interval after the start. Several gateways may: they find nothing left to do.</summary>
internal sealed partial class MediaSweepService(MediaSweep sweep, IOptions<MediaOptions> options, TimeProvider clock, ILogger<MediaSweepService> logger)
    : BackgroundService
{
    // Made with the service, not when its loop first runs: time counts from the start.
    private readonly PeriodicTimer _timer = new(TimeSpan.FromMinutes(options.Value.SweepMinutes), clock);

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
                if (await sweep.RunAsync(stoppingToken) is > 0 and var removed)
                    LogRemoved(removed);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(trouble);
            }
        }
    }

    [LoggerMessage(EventId = 311, Level = LogLevel.Information, Message = "{Count} media that no quiz uses were removed")]
    private partial void LogRemoved(int count);

    [LoggerMessage(EventId = 312, Level = LogLevel.Warning, Message = "Media that no quiz uses could not be removed; the next sweep tries again")]
    private partial void LogFailed(Exception cause);
}
