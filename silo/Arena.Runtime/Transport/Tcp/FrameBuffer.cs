using System.Buffers;

namespace Arena.Runtime;

/// <summary>Frames that wait to be sent, one behind the other, in one array of the pool. Not safe for several threads.</summary>
internal sealed class FrameBuffer(int maxFrameBytes) : IBufferWriter<byte>
{
    private const int UsualBytes = 16 * 1024;
    private const int MostIdleBytes = 256 * 1024;

    private byte[] _buffer = [];
    private int _frame;

    /// <summary>How many bytes there are, the frame that has begun included.</summary>
    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, Length);

    /// <summary>Leaves room for the header; what is written from here on is the frame's body.</summary>
    public void Begin()
    {
        _frame = Length;
        Ensure(FrameFormat.HeaderBytes);
        Length += FrameFormat.HeaderBytes;
    }

    /// <summary>Completes the frame.</summary>
    public void End() => FrameFormat.WriteHeader(_buffer.AsSpan(_frame), (uint)(Length - _frame - FrameFormat.HeaderBytes));

    /// <summary>Takes back the frame that was begun last.</summary>
    public void Undo() => Length = _frame;

    public void AddKeepAlive()
    {
        Ensure(FrameFormat.HeaderBytes);
        FrameFormat.WriteHeader(_buffer.AsSpan(Length), FrameFormat.KeepAlive);
        Length += FrameFormat.HeaderBytes;
    }

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_buffer.Length - Length), nameof(count));
        var bytes = Length - _frame - FrameFormat.HeaderBytes + count;
        if (bytes > maxFrameBytes) throw new FrameTooLargeException(bytes, maxFrameBytes);
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _buffer.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _buffer.AsSpan(Length);
    }

    /// <summary>Empties the buffer. One that has grown for a burst is given back.</summary>
    public void Clear()
    {
        Length = 0;
        if (_buffer.Length > MostIdleBytes) Release();
    }

    /// <summary>Gives the array back.</summary>
    public void Release()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        Length = 0;
    }

    private void Ensure(int sizeHint)
    {
        var needed = Math.Max(sizeHint, 1);
        if (_buffer.Length - Length >= needed) return;
        if (needed > maxFrameBytes) throw new FrameTooLargeException(needed, maxFrameBytes);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(UsualBytes, Math.Max(2 * _buffer.Length, checked(Length + needed))));
        Written.Span.CopyTo(larger);
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
