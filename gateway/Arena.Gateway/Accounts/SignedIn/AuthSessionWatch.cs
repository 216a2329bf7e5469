using Arena.Gateway.Authority;

namespace Arena.Gateway.Accounts.SignedIn;

/// <summary>
/// Closes the connections whose sign-in has ended, or whose account may not host any more, regardless of where that was decided: on this gateway, on another one,
/// or by time. Their commands in between are refused: the hub checks each time.
/// </summary>
internal sealed partial class AuthSessionWatch(HostRevocation revocation, TimeProvider time, ILogger<AuthSessionWatch> logger) : BackgroundService
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
                await revocation.CloseAsync(stoppingToken);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(trouble);
            }
        }
    }

    [LoggerMessage(EventId = 241, Level = LogLevel.Warning, Message = "Sign-ins could not be looked up; the next turn tries again")]
    private partial void LogFailed(Exception cause);
}
