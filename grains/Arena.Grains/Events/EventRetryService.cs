using Arena.Grains.Configuration;
using Arena.Grains.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Arena.Grains.Events;

/// <summary>
/// Wakes the grains whose consumers have a backlog that is due, or a dead letter that is wanted again. Runs on every silo of consumers: a
/// grain that is woken twice finds nothing to do the second time.
/// </summary>
public sealed partial class EventRetryService(
    IEventDeliveries deliveries, EventConsumers consumers, IGrainFactory grains, TimeProvider time, IOptions<EventOptions> options,
    ILogger<EventRetryService> logger) : BackgroundService
{
    private const int AtOnce = 100;
    private const int Parallelism = 8;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.PollMs), time);
        do
        {
            while (await RoundAsync(stoppingToken) && !stoppingToken.IsCancellationRequested)
            {
                // What a replay wants is more than one round.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> RoundAsync(CancellationToken cancel)
    {
        try
        {
            var letters = await deliveries.WantedAgainAsync(AtOnce, cancel);
            await Parallel.ForEachAsync(letters, Options(cancel), async (letter, _) =>
                await grains.GetGrain<ISessionConsumersGrain>($"{letter.SessionId:N}").RetryLetter(letter.Consumer, letter.Version));
            // A consumer of another release is another silo's.
            var due = (await deliveries.DueAsync(time.GetUtcNow(), AtOnce, cancel)).Where(backlog => consumers.Find(backlog.Consumer) is not null).ToList();
            await Parallel.ForEachAsync(due, Options(cancel), async (backlog, _) =>
                await grains.GetGrain<ISessionConsumersGrain>($"{backlog.SessionId:N}").CatchUp(backlog.Consumer));
            return due.Count == AtOnce;
        }
        catch (Exception failed) when (!cancel.IsCancellationRequested)
        {
            LogNotWoken(failed);
            return false;
        }
    }

    private static ParallelOptions Options(CancellationToken cancel) => new() { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancel };

    [LoggerMessage(EventId = 142, Level = LogLevel.Warning, Message = "Backlogs of event consumers could not all be worked on; the next round tries again")]
    private partial void LogNotWoken(Exception cause);
}
