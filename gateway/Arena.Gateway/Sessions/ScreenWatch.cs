namespace Arena.Gateway.Sessions;

/// <summary>Closes the screens whose link was withdrawn, regardless of which gateway it was withdrawn on.</summary>
internal sealed partial class ScreenWatch(ScreenAccess access, TimeProvider time, ILogger<ScreenWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly PeriodicTimer _timer = new(Interval, time);

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
                await access.CloseWithdrawnAsync(stoppingToken);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(trouble);
            }
        }
    }

    [LoggerMessage(EventId = 291, Level = LogLevel.Warning, Message = "Screen links could not be looked up; the next turn tries again")]
    private partial void LogFailed(Exception cause);
}
