namespace Arena.Runtime;

/// <summary>
/// What waits to be sent on one link: senders fill one buffer while the other one is written to the network, so that all that comes
/// meanwhile goes out by one call of the system. What holds here:
/// <list type="number">
/// <item>A frame is queued whole or not at all, and frames leave in the order in which they were queued.</item>
/// <item>Never more bytes wait than the limit, those that are being written included.</item>
/// <item>After the close nothing is queued, and the writer ends.</item>
/// </list>
/// </summary>
internal sealed class SendQueue(int maxFrameBytes, int maxQueuedBytes)
{
    private readonly Lock _lock = new();
    private readonly FlushSignal _signal = new();
    private FrameBuffer _filling = new(maxFrameBytes);
    private FrameBuffer _writing = new(maxFrameBytes);
    private bool _isWriterIdle;
    private bool _isClosed;

    /// <summary>Queues a frame.</summary>
    /// <returns>False if the queue is closed or full.</returns>
    public bool TryAdd<TFrame>(in TFrame frame)
        where TFrame : struct, IFrame, allows ref struct
    {
        bool wake;
        lock (_lock)
        {
            if (_isClosed) return false;
            _filling.Begin();
            try
            {
                frame.Write(_filling);
                _filling.End();
            }
            catch
            {
                _filling.Undo();
                throw;
            }

            if (_filling.Length + _writing.Length > maxQueuedBytes)
            {
                _filling.Undo();
                return false;
            }

            wake = TakeWake();
        }

        if (wake) _signal.Set();
        return true;
    }

    /// <summary>Queues a sign of life, if nothing else waits.</summary>
    public void AddKeepAlive()
    {
        bool wake;
        lock (_lock)
        {
            if (_isClosed || _filling.Length > 0) return;
            _filling.AddKeepAlive();
            wake = TakeWake();
        }

        if (wake) _signal.Set();
    }

    /// <summary>For the one writer: what is to be written next, which it must have written before it asks again.</summary>
    /// <returns>All that waits; empty at the end.</returns>
    public async ValueTask<ReadOnlyMemory<byte>> NextAsync()
    {
        while (true)
        {
            lock (_lock)
            {
                _writing.Clear();
                if (_isClosed) return default;
                if (_filling.Length > 0)
                {
                    (_filling, _writing) = (_writing, _filling);
                    return _writing.Written;
                }

                _isWriterIdle = true;
            }

            await _signal.WaitAsync();
        }
    }

    public void Close()
    {
        bool wake;
        lock (_lock)
        {
            _isClosed = true;
            wake = TakeWake();
        }

        if (wake) _signal.Set();
    }

    /// <summary>Gives the buffers back, once the writer has ended.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _filling.Release();
            _writing.Release();
        }
    }

    private bool TakeWake()
    {
        var wake = _isWriterIdle;
        _isWriterIdle = false;
        return wake;
    }
}
