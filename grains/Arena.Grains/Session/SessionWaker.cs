using Arena.GrainInterfaces;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Arena.Grains.Session;

/// <summary>
/// Wakes the sessions that have not ended, after a start and from time to time, so that their clocks run even if nobody asks for them:
/// those of a silo that died are on no other until someone does.
/// </summary>
internal sealed partial class SessionWaker(
    ISessionJournal journal, IGrainFactory grains, SessionCensus census, TimeProvider time, IOptions<GameOptions> options,
    ILogger<SessionWaker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.WakeMs), time);
        do
        {
            await WakeAllAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WakeAllAsync(CancellationToken stoppingToken)
    {
        try
        {
            var here = census.Codes;
            foreach (var code in (await journal.LiveCodesAsync(stoppingToken)).Except(here))
                await WakeAsync(code);
        }
        catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
        {
            LogNotListed(failed);
        }
    }

    private async Task WakeAsync(string code)
    {
        try
        {
            await grains.GetGrain<IGameSessionGrain>(code).Wake();
        }
        catch (Exception failed)
        {
            LogNotWoken(failed, code);
        }
    }

    [LoggerMessage(EventId = 111, Level = LogLevel.Warning, Message = "Session {Code} could not be woken; the next round tries again")]
    private partial void LogNotWoken(Exception cause, string code);

    [LoggerMessage(EventId = 112, Level = LogLevel.Warning, Message = "The live sessions could not be listed; the next round tries again")]
    private partial void LogNotListed(Exception cause);
}
