using Arena.Grains.Ports;
using Orleans.Storage;
using Orleans.Streams;

namespace Arena.Hosting.Events;

/// <summary>
/// Reads the log from where it was delivered up to. One runs in a cluster, or two for a moment when silos disagree: then entries come
/// twice, and the checkpoint is that of the one who wrote last.
/// </summary>
internal sealed class EventLogReceiver(IEventFeed feed, IGrainStorage storage) : IQueueAdapterReceiver
{
    private const string StateName = "checkpoint";
    private const int MostAtOnce = 1_000;
    private static readonly GrainId Owner = GrainId.Create("eventlog", EventLogStream.Name);

    private readonly GrainState<EventLogCheckpoint> _delivered = new();
    private long _read;

    private EventLogCheckpoint Delivered => _delivered.State ??= new();

    public async Task Initialize(TimeSpan timeout)
    {
        await ReadCheckpointAsync();
        _read = Delivered.Position;
    }

    public async Task<IList<IBatchContainer>> GetQueueMessagesAsync(int maxCount)
    {
        var entries = await feed.ReadAsync(_read, maxCount is > 0 and < MostAtOnce ? maxCount : MostAtOnce, CancellationToken.None);
        if (entries.Count > 0)
            _read = entries[^1].Position;
        return [.. entries.Select(entry => new EventLogBatch(new(
            entry.Position, entry.SessionId, entry.Version, entry.Entry.Type, entry.Entry.PayloadJson, entry.Entry.AtMs)))];
    }

    public async Task MessagesDeliveredAsync(IList<IBatchContainer> messages)
    {
        if (messages.Count == 0)
            return;
        Delivered.Position = Math.Max(Delivered.Position, messages.Max(message => message.SequenceToken.SequenceNumber));
        try
        {
            await storage.WriteStateAsync(StateName, Owner, _delivered);
        }
        catch (InconsistentStateException)
        {
            await ReadCheckpointAsync();
        }
    }

    public Task Shutdown(TimeSpan timeout) => Task.CompletedTask;

    private Task ReadCheckpointAsync() => storage.ReadStateAsync(StateName, Owner, _delivered);
}
