using Arena.GrainInterfaces;
using Arena.Grains.Configuration;
using Arena.Grains.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Arena.Grains.Session;

/// <summary>
/// Wakes the sessions that have not ended, after a start and from time to time, so that their clocks run even without a call:
/// those of a silo that died are on no other until someone does. An activation that is stale without knowing it, because nothing makes it
/// write, learns so then.
/// </summary>
internal sealed partial class SessionRecoveryService(
    ISessionJournal journal, IGrainFactory grains, TimeProvider time, IOptions<GameOptions> options, ILogger<SessionRecoveryService> logger) : BackgroundService
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
            foreach (var session in await journal.LiveSessionsAsync(stoppingToken))
                await WakeAsync(session);
        }
        catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
        {
            LogNotListed(failed);
        }
    }

    private async Task WakeAsync(LiveSession session)
    {
        try
        {
            await grains.GetGrain<IGameSessionGrain>(session.Code).Wake(session.Epoch);
        }
        catch (Exception failed)
        {
            LogNotWoken(failed, session.Code);
        }
    }

    [LoggerMessage(EventId = 111, Level = LogLevel.Warning, Message = "Session {Code} could not be woken; the next round tries again")]
    private partial void LogNotWoken(Exception cause, string code);

    [LoggerMessage(EventId = 112, Level = LogLevel.Warning, Message = "The live sessions could not be listed; the next round tries again")]
    private partial void LogNotListed(Exception cause);
}
