using Arena.GrainInterfaces;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Arena.Grains.Session;

/// <summary>After a start, wakes the sessions that have not ended, so that their clocks run even if nobody asks for them.</summary>
internal sealed partial class SessionWaker(ISessionJournal journal, IGrainFactory grains, ILogger<SessionWaker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var code in await journal.LiveCodesAsync(stoppingToken))
        {
            try
            {
                await grains.GetGrain<IGameSessionGrain>(code).Wake();
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                LogNotWoken(failed, code);
            }
        }
    }

    [LoggerMessage(EventId = 111, Level = LogLevel.Error, Message = "Session {Code} could not be woken after the start")]
    private partial void LogNotWoken(Exception cause, string code);
}
