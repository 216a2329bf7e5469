using Arena.Grains.Configuration;
using Arena.Grains.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Arena.Grains.Events;

/// <summary>
/// Wakes the grains whose consumers have a backlog that is due, or a dead letter that is wanted again. Runs on every silo of consumers: a
/// grain that is woken twice finds nothing to do the second time. What belongs to a consumer of another release is another silo's.
/// </summary>
public sealed partial class EventRetryService(
    IEventDeliveries deliveries, EventConsumers consumers, IGrainFactory grains, TimeProvider time, IOptions<EventOptions> options,
    ILogger<EventRetryService> logger) : BackgroundService
{
    private const int AtOnce = 100;
    private const int Parallelism = 8;

    private readonly string[] _names = [.. consumers.All.Select(consumer => consumer.Name)];

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

    /// <returns>Whether there is more, and all went well: else the next round waits for its time.</returns>
    private async Task<bool> RoundAsync(CancellationToken cancel)
    {
        try
        {
            var letters = await deliveries.WantedAgainAsync(_names, AtOnce, cancel);
            await AllAsync(letters, letter => Grain(letter.SessionId).RetryLetter(letter.Consumer, letter.Version), cancel);
            var due = await deliveries.DueAsync(_names, time.GetUtcNow(), AtOnce, cancel);
            var isWell = await AllAsync(due, backlog => Grain(backlog.SessionId).CatchUp(backlog.Consumer), cancel);
            // A grain may be on a silo of another release, which leaves a backlog as it is.
            return isWell && due.Count == AtOnce && await deliveries.FindAsync(due[0].Consumer, due[0].SessionId, cancel) != due[0];
        }
        catch (Exception failed)
        {
            if (!cancel.IsCancellationRequested)
                LogNotWoken(failed);
            return false;
        }
    }

    /// <summary>Works on each, whatever becomes of the others.</summary>
    /// <returns>Whether all went well.</returns>
    private async Task<bool> AllAsync<T>(IEnumerable<T> items, Func<T, Task> work, CancellationToken cancel)
    {
        var failures = 0;
        await Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancel }, async (item, _) =>
        {
            try
            {
                await work(item);
            }
            catch (Exception failed)
            {
                if (Interlocked.Increment(ref failures) == 1 && !cancel.IsCancellationRequested)
                    LogNotWoken(failed);
            }
        });
        return failures == 0;
    }

    private ISessionConsumersGrain Grain(Guid sessionId) => grains.GetGrain<ISessionConsumersGrain>($"{sessionId:N}");

    [LoggerMessage(EventId = 142, Level = LogLevel.Warning, Message = "Backlogs of event consumers could not all be worked on; the next round tries again")]
    private partial void LogNotWoken(Exception cause);
}
