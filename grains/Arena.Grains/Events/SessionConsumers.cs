using System.Collections.Immutable;
using Arena.Grains.Configuration;
using Arena.Grains.Ports;
using Arena.Grains.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Arena.Grains.Events;

/// <summary>
/// Runs the consumers of one session, one turn at a time. An event counts as delivered when every consumer has handled it or has it in its
/// backlog, which is durable: then the queue moves on, whatever becomes of the backlog.
/// </summary>
internal sealed partial class SessionConsumers(
    Guid sessionId, EventConsumers consumers, IEventFeed feed, IEventDeliveries deliveries, TimeProvider time, IOptions<EventOptions> options,
    ILogger<SessionConsumers> logger)
{
    private const int PageSize = 200;
    private const int EventsATurn = 1_000;
    private const int MaxErrorLength = 1_000;

    private readonly HashSet<string> _behind = new(StringComparer.Ordinal);
    private readonly EventOptions _options = options.Value;

    /// <summary>What each consumer did last: one that does not stop when its time is over still runs.</summary>
    private readonly Dictionary<string, Task> _last = new(StringComparer.Ordinal);

    private TimeSpan Limit => TimeSpan.FromMilliseconds(_options.HandleTimeoutMs);

    /// <summary>Reads who is behind. Before everything else.</summary>
    public async Task OpenAsync(CancellationToken cancel)
    {
        var behind = await deliveries.BehindAsync(sessionId, cancel);
        _behind.Clear();
        _behind.UnionWith(behind);
    }

    /// <summary>Gives new events of the stream to all consumers that are not behind.</summary>
    /// <exception cref="Exception">The database is away: no backlog was written, and the batch is to be delivered again.</exception>
    public async Task DeliverAsync(ImmutableArray<SessionEvent> events)
    {
        // Only a row lets a consumer catch up: one whose row has gone unnoticed, as the database's reply was lost, would be passed by for good.
        if (_behind.Count > 0)
            await OpenAsync(CancellationToken.None);
        await Task.WhenAll(
            consumers.All.Where(consumer => !_behind.Contains(consumer.Name)).Select(consumer => DeliverAsync(consumer, new(sessionId, events))));
    }

    /// <summary>Lets a consumer that is behind continue from its position, for a while.</summary>
    public async Task CatchUpAsync(string name)
    {
        if (consumers.Find(name) is not { } consumer)
            return;
        if (await deliveries.FindAsync(name, sessionId, CancellationToken.None) is not { } backlog)
        {
            _behind.Remove(name);
            return;
        }
        _behind.Add(name);
        if (backlog.DueAt > time.GetUtcNow())
            return;
        if (backlog.StartsOver && await StartOverAsync(consumer, backlog) is var begun)
        {
            if (begun is null)
                return;
            backlog = begun;
        }
        var singlesUpTo = backlog.Attempts > 0 ? backlog.Version : 0;
        var began = time.GetTimestamp();
        for (var handled = 0; handled < EventsATurn && time.GetElapsedTime(began) < Limit;)
        {
            var isSingle = backlog.Version <= singlesUpTo;
            var events = await feed.ReadSessionAsync(sessionId, backlog.Version - 1, isSingle ? 1 : PageSize, CancellationToken.None);
            if (events.Count == 0)
            {
                if (await deliveries.ReplaceAsync(backlog, null, null, CancellationToken.None))
                    _behind.Remove(name);
                return;
            }
            var failure = await TryAsync(consumer, new(sessionId, [.. events]));
            if (failure is not null && events.Count > 1)
            {
                // One of them is to blame: each by itself.
                singlesUpTo = events[^1].Version;
                continue;
            }
            var (next, given) = failure is null ? (After(backlog, events[^1].Version), null) : Failed(backlog, events[0], failure);
            if (!await deliveries.ReplaceAsync(backlog, next, given, CancellationToken.None))
                return;
            if (failure is not null && given is null)
                return;
            if (given is not null)
            {
                LogDeadLetter(name, sessionId, given.Version, given.Attempts, failure);
                // If it still runs, later events do not wait for it any more.
                _last.Remove(name);
            }
            backlog = next;
            handled += events.Count;
        }
    }

    /// <summary>Tries a dead letter once more.</summary>
    public async Task RetryLetterAsync(string name, long version)
    {
        if (consumers.Find(name) is not { } consumer
            || await deliveries.FindLetterAsync(name, sessionId, version, CancellationToken.None) is not { } letter)
        {
            return;
        }
        var events = await feed.ReadSessionAsync(sessionId, version - 1, limit: 1, CancellationToken.None);
        var failure = events is [var happened, ..] && happened.Version == version
            ? await TryAsync(consumer, new(sessionId, [happened]) { IsDeadLetter = true })
            : null;
        if (failure is null)
            await deliveries.RemoveLetterAsync(letter, CancellationToken.None);
        else
            await deliveries.UpdateLetterAsync(
                letter with { Attempts = letter.Attempts + 1, Error = TextOf(failure), At = time.GetUtcNow() }, CancellationToken.None);
    }

    private async Task DeliverAsync(IEventConsumer consumer, SessionEvents events)
    {
        if (await TryAsync(consumer, events) is not { } failure)
            return;
        await deliveries.DeferAsync(
            new(consumer.Name, sessionId, events.Events[0].Version, Attempts: 1, time.GetUtcNow() + Pause(1), TextOf(failure)), CancellationToken.None);
        _behind.Add(consumer.Name);
        LogDeferred(consumer.Name, sessionId, events.Events[0].Version, failure);
    }

    /// <returns>The backlog from the first event on, or null if the consumer cannot start over or someone else has begun.</returns>
    private async Task<EventBacklog?> StartOverAsync(IEventConsumer consumer, EventBacklog backlog)
    {
        if (consumer is IReplayableEventConsumer replayable)
        {
            if (await TryAsync(consumer.Name, cancel => replayable.ForgetAsync(sessionId, cancel)) is { } failure)
            {
                var later = backlog with { Attempts = backlog.Attempts + 1, DueAt = time.GetUtcNow() + Pause(backlog.Attempts + 1), Error = TextOf(failure) };
                await deliveries.ReplaceAsync(backlog, later, null, CancellationToken.None);
                LogDeferred(consumer.Name, sessionId, backlog.Version, failure);
                return null;
            }
            var first = backlog with { Version = 1, Attempts = 0, StartsOver = false, Error = null };
            return await deliveries.ReplaceAsync(backlog, first, null, CancellationToken.None) ? first : null;
        }
        await deliveries.ReplaceAsync(backlog, backlog with { StartsOver = false }, null, CancellationToken.None);
        return null;
    }

    private EventBacklog After(EventBacklog backlog, long version) =>
        backlog with { Version = version + 1, Attempts = 0, DueAt = time.GetUtcNow(), Error = null };

    private (EventBacklog Next, DeadLetter? Given) Failed(EventBacklog backlog, SessionEvent happened, Exception failure)
    {
        var attempts = backlog.Attempts + 1;
        if (failure is ConsumerUnavailableException || attempts < _options.MaxAttempts)
            return (backlog with { Attempts = attempts, DueAt = time.GetUtcNow() + Pause(attempts), Error = TextOf(failure) }, null);
        EventTelemetry.DeadLetter(backlog.Consumer);
        return (
            After(backlog, happened.Version),
            new(backlog.Consumer, sessionId, happened.Version, happened.Type, attempts, TextOf(failure), time.GetUtcNow()));
    }

    /// <returns>Why it failed, or null.</returns>
    private async Task<Exception?> TryAsync(IEventConsumer consumer, SessionEvents events)
    {
        var failure = await TryAsync(consumer.Name, cancel => consumer.HandleAsync(events, cancel));
        if (failure is null)
            EventTelemetry.Handled(consumer.Name, events.Events, time.GetUtcNow());
        return failure;
    }

    /// <summary>Lets a consumer work, never beside itself: if it did not stop when its time was over the last time, it has to end first.</summary>
    /// <returns>Why it failed, or null.</returns>
    private async Task<Exception?> TryAsync(string consumer, Func<CancellationToken, Task> work)
    {
        using var expired = new CancellationTokenSource(Limit, time);
        try
        {
            if (_last.TryGetValue(consumer, out var last))
            {
                await last.WaitAsync(expired.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
                expired.Token.ThrowIfCancellationRequested();
            }
            _last[consumer] = work(expired.Token);
            await _last[consumer].WaitAsync(expired.Token);
            return null;
        }
        catch (Exception failure)
        {
            EventTelemetry.Failed(consumer);
            return expired.IsCancellationRequested ? new TimeoutException($"Not done within {_options.HandleTimeoutMs} ms.", failure) : failure;
        }
    }

    private TimeSpan Pause(int attempts) => TimeSpan.FromMilliseconds(
        Math.Min(_options.LongestRetryMs, _options.FirstRetryMs * Math.Pow(2, Math.Min(attempts - 1, 30))));

    private static string TextOf(Exception failure)
    {
        var text = $"{failure.GetType().Name}: {failure.Message}";
        return text.Length <= MaxErrorLength ? text : text[..MaxErrorLength];
    }

    [LoggerMessage(EventId = 140, Level = LogLevel.Warning, Message = "Consumer {Consumer} failed in session {SessionId} at event {Version}; it is repeated")]
    private partial void LogDeferred(string consumer, Guid sessionId, long version, Exception cause);

    [LoggerMessage(EventId = 141, Level = LogLevel.Error,
        Message = "Consumer {Consumer} gave up event {Version} of session {SessionId} after {Attempts} attempts: it is a dead letter, see Administration")]
    private partial void LogDeadLetter(string consumer, Guid sessionId, long version, int attempts, Exception? cause);
}
