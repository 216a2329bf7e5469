using System.Threading.Channels;
using Arena.Grains.Ports;
using Arena.Storage.Configuration;
using Microsoft.Extensions.Options;

namespace Arena.Storage.Writing;

/// <summary>
/// The writes that wait for a commit. Bounded, and never makes its callers wait for room: what does not fit is refused at once.
/// The single writer takes all that waits when the previous commit is done, so that commits grow with the load. A commit costs the same
/// whether it holds one write or fifty: so commits keep a distance to the one before, and only a write that finds the writer idle is
/// taken at once.
/// </summary>
internal sealed class GroupCommitQueue<TWrite>
{
    private readonly Channel<TWrite> _waiting;
    private readonly int _most;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _clock;
    private volatile bool _closed;
    private long? _taken;

    public GroupCommitQueue(IOptions<StorageOptions> options, StorageMetrics metrics)
        : this(options, metrics, TimeProvider.System)
    {
    }

    /// <param name="options">The bounds.</param>
    /// <param name="metrics">Records how many wait.</param>
    /// <param name="clock">What the distance of commits is measured by. Not the game's clock, which tests stop: disks know no virtual time.</param>
    internal GroupCommitQueue(IOptions<StorageOptions> options, StorageMetrics metrics, TimeProvider clock)
    {
        _clock = clock;
        _most = options.Value.MaxWritesPerCommit;
        _interval = TimeSpan.FromMilliseconds(options.Value.CommitIntervalMs);
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

    /// <summary>Waits for a write, and until the next commit may begin. False when the queue is closed and empty.</summary>
    public async ValueTask<bool> WaitAsync()
    {
        var some = await _waiting.Reader.WaitToReadAsync();
        if (some && _taken is { } taken && _interval - _clock.GetElapsedTime(taken) is var rest && rest > TimeSpan.Zero && !_closed)
            await Task.Delay(rest, _clock);
        return some;
    }

    /// <summary>Moves waiting writes to the batch, as far as one commit may take them.</summary>
    public void TakeInto(List<TWrite> batch)
    {
        _taken = _clock.GetTimestamp();
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
