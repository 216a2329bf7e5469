using System.Threading.Channels;
using Arena.Grains;
using Microsoft.Extensions.Options;

namespace Arena.Storage;

/// <summary>
/// The writes that wait for a commit. Bounded, and never makes its callers wait for room: what does not fit is refused at once.
/// The one writer takes whatever is there when the previous commit is done, so that commits grow with the load and nothing lingers.
/// </summary>
internal sealed class GroupCommitQueue<TWrite>
{
    private readonly Channel<TWrite> _waiting;
    private readonly int _most;
    private volatile bool _closed;

    public GroupCommitQueue(IOptions<StorageOptions> options, StorageMetrics metrics)
    {
        _most = options.Value.MaxWritesPerCommit;
        // With FullMode.Wait, TryWrite answers false when full. Continuations must not run on the caller, which is a grain's turn.
        _waiting = Channel.CreateBounded<TWrite>(new BoundedChannelOptions(options.Value.MaxQueuedWrites)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
            AllowSynchronousContinuations = false,
        });
        metrics.ObserveQueue(() => _waiting.Reader.Count);
    }

    /// <exception cref="JournalOverloadedException">The queue is full.</exception>
    /// <exception cref="JournalUnavailableException">The queue is closed.</exception>
    public void Add(TWrite write)
    {
        if (_waiting.Writer.TryWrite(write))
            return;
        if (_closed)
            throw new JournalUnavailableException("The storage is going down.");
        throw new JournalOverloadedException();
    }

    /// <summary>Waits for a write. False when the queue is closed and empty.</summary>
    public ValueTask<bool> WaitAsync() => _waiting.Reader.WaitToReadAsync();

    /// <summary>Moves what is waiting to the batch, as far as one commit may take it.</summary>
    public void TakeInto(List<TWrite> batch)
    {
        while (batch.Count < _most && _waiting.Reader.TryRead(out var write))
            batch.Add(write);
    }

    /// <summary>Accepts no more.</summary>
    public void Close()
    {
        _closed = true;
        _waiting.Writer.TryComplete();
    }
}
