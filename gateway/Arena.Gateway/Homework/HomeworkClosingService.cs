namespace Arena.Gateway.Homework;

/// <summary>Looks every minute for homework whose time is over.</summary>
internal sealed partial class HomeworkClosingService(HomeworkClosing closing, TimeProvider clock, ILogger<HomeworkClosingService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    // Made with the service, not when its loop first runs: time counts from the start.
    private readonly PeriodicTimer _timer = new(Interval, clock);

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
                await closing.CloseDueAsync(stoppingToken);
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failed);
            }
        }
    }

    [LoggerMessage(EventId = 280, Level = LogLevel.Warning, Message = "Homework whose time is over could not be closed; it is tried again in a minute")]
    private partial void LogFailed(Exception cause);
}
