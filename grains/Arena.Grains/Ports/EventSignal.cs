using System.Threading.Channels;

namespace Arena.Grains.Ports;

/// <summary>
/// Wakes the readers of the log when something was committed, so that they need not poll often. A signal may be lost with a process or a
/// connection: readers look by themselves from time to time as well.
/// </summary>
public sealed class EventSignal
{
    // Queues with new entries, as bits.
    private int _raised;

    // Queues that other processes have to be notified of, as bits. One reader at most; an unread queue costs a bit.
    private readonly Channel<bool> _local = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private int _localQueues;

    /// <summary>This process has committed entries of a session. Called after the commit; costs nanoseconds.</summary>
    public void Committed(Guid sessionId)
    {
        var queue = EventQueues.Of(sessionId);
        Raise(queue);
        Interlocked.Or(ref _localQueues, 1 << queue);
        _local.Writer.TryWrite(true);
    }

    /// <summary>A queue has new entries, of this process or another.</summary>
    public void Raise(int queue) => Interlocked.Or(ref _raised, 1 << queue);

    /// <summary>Takes the signal of a queue. Before the log is read: a commit that is signalled later raises it again.</summary>
    /// <returns>Whether the queue has new entries.</returns>
    public bool TryTake(int queue) => (Interlocked.And(ref _raised, ~(1 << queue)) & 1 << queue) != 0;

    /// <summary>Waits for commits of this process and takes them.</summary>
    /// <returns>The queues, as bits.</returns>
    public async Task<int> CommittedHereAsync(CancellationToken cancel)
    {
        await _local.Reader.ReadAsync(cancel);
        return Interlocked.Exchange(ref _localQueues, 0);
    }
}
