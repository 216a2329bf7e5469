using Arena.Gateway.Authority;

namespace Arena.Gateway.Accounts.SignedIn;

/// <summary>
/// Closes the connections whose sign-in has ended, or who may not host any more, wherever that was decided: on this gateway, on another one,
/// or by time.
/// </summary>
internal sealed partial class SignedInWatch(SignedInSockets sockets, HostAccess access, TimeProvider time, ILogger<SignedInWatch> logger)
    : BackgroundService
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
                await SweepAsync(stoppingToken);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(trouble);
            }
        }
    }

    private async Task SweepAsync(CancellationToken cancel)
    {
        var held = sockets.All;
        if (held.Count == 0)
            return;
        var allowed = await access.AllowedAsync([.. held.Select(socket => (socket.SignIn, socket.Session)).Distinct()], cancel);
        await sockets.CloseAsync(socket => held.Contains(socket) && !allowed.Contains((socket.SignIn, socket.Session)));
    }

    [LoggerMessage(EventId = 241, Level = LogLevel.Warning, Message = "Sign-ins could not be looked up; the next turn tries again")]
    private partial void LogFailed(Exception cause);
}
