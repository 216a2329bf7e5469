using System.Globalization;
using Arena.Grains.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Arena.Storage.Postgres;

/// <summary>
/// Notifies the other processes of a cluster of queues with new entries, and receives their notifications, by NOTIFY and LISTEN. Not in the appends'
/// transactions, whose commits would then wait for each other: a notification more or less does no harm, because readers look by themselves
/// as well. One notification serves all commits of a while.
/// </summary>
internal sealed partial class PostgresEventNotifications(
    PostgresDatabase database, EventSignal signal, ILogger<PostgresEventNotifications> logger) : BackgroundService
{
    private const string Channel = "arena_events";
    private const int AllQueues = (1 << EventQueues.Count) - 1;

    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>A connection that heard nothing for so long is asked whether it still is one.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private readonly string _self = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(RepeatAsync(TellAsync, stoppingToken), RepeatAsync(ListenAsync, stoppingToken));

    private async Task RepeatAsync(Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await work(cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed)
            {
                LogFailed(failed);
                await Task.Delay(AfterFailure, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task TellAsync(CancellationToken cancel)
    {
        var queues = await signal.CommittedHereAsync(cancel);
        await using (var connection = await database.ConnectAsync(cancel))
        {
            await using var notify = connection.Command(
                "SELECT pg_notify($1, $2)", Channel, string.Create(CultureInfo.InvariantCulture, $"{_self} {queues}"));
            await notify.ExecuteNonQueryAsync(cancel);
        }
        await Task.Delay(Gap, cancel);
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(cancel);
        connection.Notification += (_, notification) => Hear(notification.Payload);
        await using (var listen = connection.Command($"LISTEN {Channel}"))
            await listen.ExecuteNonQueryAsync(cancel);
        // What was committed before went unheard.
        Raise(AllQueues);
        while (true)
        {
            if (await connection.WaitAsync(Silence, cancel))
                continue;
            await using var ask = connection.Command("SELECT 1");
            await ask.ExecuteNonQueryAsync(cancel);
        }
    }

    private void Hear(string payload)
    {
        if (payload.Split(' ') is not [var sender, var text] || sender == _self || !int.TryParse(text, CultureInfo.InvariantCulture, out var queues))
            return;
        Raise(queues);
    }

    /// <param name="queues">As bits.</param>
    private void Raise(int queues)
    {
        for (var queue = 0; queue < EventQueues.Count; queue++)
        {
            if ((queues & 1 << queue) != 0)
                signal.Raise(queue);
        }
    }

    [LoggerMessage(EventId = 314, Level = LogLevel.Warning, Message = "Notifications of new events failed; consumers poll meanwhile")]
    private partial void LogFailed(Exception cause);
}
