using System.Buffers;

namespace Arena.Runtime.TestingHost;

/// <summary>
/// One end of a link in a <see cref="MemoryNetwork"/>. What arrives runs on its own process's dispatcher, one thing at a time. As with TCP,
/// what arrived before the other end closed the link is still received; an end that closes the link itself receives nothing more.
/// </summary>
internal sealed class MemoryLink(MemoryNetwork network, MemoryTransport local, MemoryTransport remote, ILinkReceiver receiver)
    : Link, IThreadPoolWorkItem
{
    private readonly Lock _lock = new();
    private readonly Queue<Action> _arrived = new();
    private long _lastDue;
    private bool _running;
    private volatile bool _closed;
    private volatile bool _closedHere;

    public MemoryTransport Local => local;

    public MemoryTransport Remote => remote;

    /// <summary>The other end; set once, before the first frame.</summary>
    public MemoryLink Other { get; set; } = null!;

    public override PeerIdentity Peer { get; } = remote.Self!;

    public override int ProtocolVersion => 1;

    public override bool IsOpen => !_closed;

    public override bool TrySend<TFrame>(in TFrame frame)
    {
        var output = new ArrayBufferWriter<byte>();
        frame.Write(output);
        if (_closed) return false;
        network.Sending?.Invoke(local.Place, remote.Place, output.WrittenMemory);
        Other.Carry(output.WrittenMemory, network.Delay?.Invoke());
        return true;
    }

    public override void Close(string reason)
    {
        _closedHere = true;
        if (!TryClose()) return;
        Post(() => receiver.Closed(this, reason));
        Other.CloseByOther(reason);
    }

    public void ReportAccepted() => receiver.Accepted(this);

    /// <summary>Runs something in this end's order.</summary>
    public void Post(Action action)
    {
        lock (_lock)
        {
            _arrived.Enqueue(action);
            if (_running) return;
            _running = true;
        }

        local.Dispatcher.Dispatch(this);
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (true)
        {
            Action next;
            lock (_lock)
            {
                if (_arrived.Count == 0)
                {
                    _running = false;
                    return;
                }

                next = _arrived.Dequeue();
            }

            next();
        }
    }

    private void CloseByOther(string reason)
    {
        if (TryClose()) Post(() => receiver.Closed(this, reason));
    }

    private bool TryClose()
    {
        lock (_lock)
        {
            if (_closed) return false;
            _closed = true;
        }

        network.Forget(this);
        return true;
    }

    private void Carry(ReadOnlyMemory<byte> frame, TimeSpan? delay)
    {
        if (delay is not { } time)
        {
            Arrive(frame);
            return;
        }

        var now = network.Time.GetTimestamp();
        long due;
        lock (_lock) due = _lastDue = Math.Max(_lastDue + 1, now + (long)(time.TotalSeconds * network.Time.TimestampFrequency));
        ITimer? timer = null;
        timer = network.Time.CreateTimer(
            _ =>
            {
                timer?.Dispose();
                Arrive(frame);
            },
            null,
            network.Time.GetElapsedTime(now, due),
            Timeout.InfiniteTimeSpan);
    }

    private void Arrive(ReadOnlyMemory<byte> frame)
    {
        lock (_lock)
        {
            // The last thing that the receiver is told is that the link has ended.
            if (_closed) return;
            Post(() =>
            {
                if (!_closedHere) receiver.Received(this, frame.Span);
            });
        }
    }
}
