using Arena.Grains.Configuration;
using Arena.Grains.Ports;
using Arena.Grains.Telemetry;
using Orleans.Storage;
using Orleans.Streams;

namespace Arena.Hosting.Events;

/// <summary>
/// Reads a queue of the log from where it was delivered up to. One runs in a cluster, or two for a moment when silos disagree: then events
/// come twice, and the checkpoint stays that of the one who is ahead.
/// </summary>
internal sealed class EventLogReceiver(int queue, IEventFeed feed, EventSignal signal, IGrainStorage storage, EventOptions options, TimeProvider time)
    : IQueueAdapterReceiver
{
    private const string StateName = "checkpoint";
    private const int PageSize = 500;

    /// <summary>A checkpoint is written without a delivery too when the queue has had nothing for so long a part of the log.</summary>
    private const int IdlePositions = 10_000;

    private readonly GrainId _owner = CheckpointOf(queue);
    private readonly GrainState<EventLogCheckpoint> _stored = new();
    private DeliveryProgress? _progress;
    private QueueProgress? _observed;
    private long _read;
    private long _readAt;
    private long _writtenAt;
    private bool _hasAll;
    private bool _isHeldBack;
    private bool _delivered;

    private EventLogCheckpoint Stored => _stored.State ??= new();

    /// <summary>The key of a queue's checkpoint in grain storage.</summary>
    public static GrainId CheckpointOf(int queue) => GrainId.Create("eventlog", $"{EventLogStream.Name}.{queue}");

    /// <summary>The position up to which a queue was delivered, as it is stored.</summary>
    public static async Task<long> ReadCheckpointAsync(IGrainStorage storage, int queue)
    {
        var state = new GrainState<EventLogCheckpoint>();
        await storage.ReadStateAsync(StateName, CheckpointOf(queue), state);
        return state.State?.Position ?? 0;
    }

    // A failure here would be passed over, so the first read does it.
    public Task Initialize(TimeSpan timeout) => Task.CompletedTask;

    public Task<IList<IBatchContainer>> GetQueueMessagesAsync(int maxCount) => GetQueueMessagesAsync(maxCount, CancellationToken.None);

    public async Task<IList<IBatchContainer>> GetQueueMessagesAsync(int maxCount, CancellationToken cancellationToken)
    {
        if (_progress is null)
            await OpenAsync();
        await WriteIfDueAsync();
        if (_hasAll && !_isHeldBack && !signal.TryTake(queue)
            && time.GetElapsedTime(_readAt) < TimeSpan.FromMilliseconds(options.PollMs))
        {
            return [];
        }
        _readAt = time.GetTimestamp();
        var page = await feed.ReadAsync(queue, _read, PageSize, cancellationToken);
        var (batches, reached) = Grouped(page, maxCount);
        _progress!.Read(batches, reached);
        (_read, _hasAll, _isHeldBack) = (reached, reached == page.Reached && page.Events.Count < PageSize, page.IsHeldBack);
        return [.. batches];
    }

    public Task MessagesDeliveredAsync(IList<IBatchContainer> messages)
    {
        _progress?.Delivered(messages);
        _delivered |= messages.Count > 0;
        return WriteIfDueAsync();
    }

    public async Task Shutdown(TimeSpan timeout)
    {
        if (_observed is not null)
            EventTelemetry.Forget(queue, _observed);
        if (_progress is not null && _progress.Position > Stored.Position)
            await WriteAsync(_progress.Position);
    }

    private async Task OpenAsync()
    {
        await storage.ReadStateAsync(StateName, _owner, _stored);
        _read = Stored.Position;
        var progress = new DeliveryProgress(_read);
        _observed = new(() => _read, () => progress.Position, () => progress.OldestAtMs is { } oldest
            ? TimeSpan.FromMilliseconds(Math.Max(0, time.GetUtcNow().ToUnixTimeMilliseconds() - oldest)) : TimeSpan.Zero);
        EventTelemetry.Observe(queue, _observed);
        _progress = progress;
    }

    /// <summary>A batch for each session of the page, in the order of their first events; the page is cut where there would be too many.</summary>
    private static (List<EventLogBatch> Batches, long Reached) Grouped(FeedPage page, int most)
    {
        var sessions = new HashSet<Guid>();
        var taken = page.Events.TakeWhile(happened => sessions.Contains(happened.SessionId) || (sessions.Count < most && sessions.Add(happened.SessionId))).ToList();
        return (
            [.. taken.GroupBy(happened => happened.SessionId).Select(session => new EventLogBatch([.. session]))],
            taken.Count < page.Events.Count ? taken[^1].Position : page.Reached);
    }

    private Task WriteIfDueAsync()
    {
        var isWorthIt = _delivered ? _progress!.Position > Stored.Position : _progress?.Position > Stored.Position + IdlePositions;
        return isWorthIt && (_writtenAt == 0 || time.GetElapsedTime(_writtenAt) >= TimeSpan.FromMilliseconds(options.CheckpointMs))
            ? WriteAsync(_progress!.Position)
            : Task.CompletedTask;
    }

    private async Task WriteAsync(long position)
    {
        (_writtenAt, _delivered) = (time.GetTimestamp(), false);
        while (position > Stored.Position)
        {
            var before = Stored.Position;
            Stored.Position = position;
            try
            {
                await storage.WriteStateAsync(StateName, _owner, _stored);
                return;
            }
            catch (InconsistentStateException)
            {
                // The queue's other reader has written: it may be ahead.
                await storage.ReadStateAsync(StateName, _owner, _stored);
            }
            catch
            {
                Stored.Position = before;
                throw;
            }
        }
    }
}
