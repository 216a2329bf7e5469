using System.Threading.Channels;

namespace Arena.Grains.Ports;

/// <summary>
/// Wakes the readers of the log when something was committed, so that they need not poll often. A signal may be lost with a process or a
/// connection: readers look by themselves from time to time as well.
/// </summary>
public sealed class EventSignal
{
    private readonly Bell[] _bells = [.. Enumerable.Range(0, EventQueues.Count).Select(_ => new Bell())];

    // Queues that other processes have to be notified of, as bits. One reader at most; an unread queue costs a bit.
    private readonly Channel<bool> _local = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private int _localQueues;

    /// <summary>This process has committed entries of a session. Called after the commit; costs nanoseconds.</summary>
    public void Committed(Guid sessionId)
    {
        var queue = EventQueues.Of(sessionId);
        Interlocked.Or(ref _localQueues, 1 << queue);
        _local.Writer.TryWrite(true);
        Raise(queue);
    }

    /// <summary>A queue has new entries, of this process or another.</summary>
    public void Raise(int queue) => _bells[queue].Ring();

    /// <summary>Waits until a queue has new entries, or for as long as given; zero only asks. One reader a queue.</summary>
    /// <returns>Whether it has.</returns>
    public Task<bool> WaitAsync(int queue, TimeSpan atMost, CancellationToken cancel) => _bells[queue].WaitAsync(atMost, cancel);

    /// <summary>Waits for commits of this process and takes them.</summary>
    /// <returns>The queues, as bits.</returns>
    public async Task<int> CommittedHereAsync(CancellationToken cancel)
    {
        await _local.Reader.ReadAsync(cancel);
        return Interlocked.Exchange(ref _localQueues, 0);
    }

    private sealed class Bell
    {
        private TaskCompletionSource _rung = New();

        public void Ring() => Volatile.Read(ref _rung).TrySetResult();

        public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancel)
        {
            var rung = Volatile.Read(ref _rung).Task;
            if (!rung.IsCompleted && atMost != TimeSpan.Zero)
                await rung.WaitAsync(atMost, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancel.ThrowIfCancellationRequested();
            // Before the log is read: a commit that is signalled later rings again.
            if (!rung.IsCompleted)
                return false;
            Volatile.Write(ref _rung, New());
            return true;
        }

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
