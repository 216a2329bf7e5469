using System.Buffers;

namespace Arena.Runtime;

/// <summary>
/// Cuts the bytes that come from a link into frames. It does no input of its own, and holds:
/// <list type="number">
/// <item>Whatever the bytes are, and however they are cut up, the outcome is frames, a wait for more, or a fault; never an exception.</item>
/// <item>A length beyond the limit is a fault as soon as it is read, before anything is kept for it. A fault stays.</item>
/// <item>A frame is handed out as the bytes lie in the buffer; they stay there until the next call.</item>
/// </list>
/// </summary>
internal sealed class FrameReader(int maxFrameBytes) : IDisposable
{
    private const int UsualBytes = 32 * 1024;

    private byte[] _buffer = [];
    private int _start;
    private int _end;

    /// <summary>The length that was refused.</summary>
    public uint FaultyLength { get; private set; }

    /// <summary>Where the next bytes go; never empty.</summary>
    public Memory<byte> GetBuffer()
    {
        if (_start == _end) _start = _end = 0;
        var needed = Math.Max(UsualBytes, Needed());
        if (_start == 0 && _end == 0 && _buffer.Length > 2 * UsualBytes) Shrink();
        if (_buffer.Length < needed) Move(ArrayPool<byte>.Shared.Rent(needed));
        else if (_buffer.Length - _start < needed || _end == _buffer.Length) Move(_buffer);
        return _buffer.AsMemory(_end);
    }

    /// <summary>Says how many bytes came.</summary>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_buffer.Length - _end), nameof(count));
        _end += count;
    }

    /// <summary>Takes the next frame.</summary>
    public FrameStatus Read(out ReadOnlySpan<byte> frame)
    {
        frame = default;
        while (FaultyLength == 0 && _end - _start >= FrameFormat.HeaderBytes)
        {
            var length = FrameFormat.ReadHeader(_buffer.AsSpan(_start));
            if (length == FrameFormat.KeepAlive)
            {
                _start += FrameFormat.HeaderBytes;
                continue;
            }

            if (length > (uint)maxFrameBytes)
            {
                FaultyLength = length;
                break;
            }

            if (_end - _start - FrameFormat.HeaderBytes < (int)length) return FrameStatus.Incomplete;
            frame = _buffer.AsSpan(_start + FrameFormat.HeaderBytes, (int)length);
            _start += FrameFormat.HeaderBytes + (int)length;
            return FrameStatus.Frame;
        }

        return FaultyLength == 0 ? FrameStatus.Incomplete : FrameStatus.TooLarge;
    }

    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }

    /// <summary>How many bytes the frame that has begun takes, from its header on.</summary>
    private int Needed()
    {
        if (_end - _start < FrameFormat.HeaderBytes) return FrameFormat.HeaderBytes;
        var length = FrameFormat.ReadHeader(_buffer.AsSpan(_start));
        return length > (uint)maxFrameBytes ? FrameFormat.HeaderBytes : FrameFormat.HeaderBytes + (int)length;
    }

    private void Move(byte[] target)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(target);
        if (target != _buffer && _buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = target;
        _end -= _start;
        _start = 0;
    }

    private void Shrink()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }
}
