using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Arena.Load.Crowds;

/// <summary>
/// A browser's end of the hub: a WebSocket (RFC 6455) with SignalR's JSON protocol in it, without a task or a timer of its own, so that ten
/// thousand of them leave the machine to the server. Masked with zeroes, as the RFC permits and as costs nothing.
/// </summary>
internal sealed class Browser : IDisposable
{
    private const byte Separator = 0x1e;
    private const byte TextFrame = 0x81;
    private const byte CloseFrame = 0x88;
    private const byte Masked = 0x80;
    private const int FirstBuffer = 2_048;
    private const int LargestBuffer = 4 * 1_024 * 1_024;

    private static readonly byte[] Handshake = Encoding.ASCII.GetBytes("""{"protocol":"json","version":1}""");
    private static readonly byte[] Ping = Encoding.ASCII.GetBytes("""{"type":6}""");

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly SocketAsyncEventArgs _receive = new();
    private readonly Action<Browser, ReadOnlySpan<byte>, long> _heard;
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private byte[] _buffer = new byte[FirstBuffer];
    private int _filled;
    private bool _upgraded;
    private volatile int _bytesPerSecond = int.MaxValue;

    /// <param name="number">Its place in the crowd; every 250 have an address of their own, as a school may.</param>
    /// <param name="receiveBytes">How much the kernel keeps of what it has not read; 0 for as much as it likes.</param>
    /// <param name="heard">Called with every message and its time of arrival, on the receiving thread.</param>
    public Browser(int number, int receiveBytes, Action<Browser, ReadOnlySpan<byte>, long> heard)
    {
        if (receiveBytes > 0)
            _socket.ReceiveBufferSize = receiveBytes;
        (Number, _heard) = (number, heard);
        _receive.Completed += (_, _) => ReadOn();
    }

    public int Number { get; }

    /// <summary>Messages received, pings and acknowledgements included.</summary>
    public int Frames { get; private set; }

    /// <summary>Completes when the server, or <see cref="Dispose"/>, has ended the connection.</summary>
    public Task Closed => _closed.Task;

    public bool IsClosed => _closed.Task.IsCompleted;

    /// <summary>Whether it reads nothing from now on, as a browser that hangs.</summary>
    public void Stall() => _bytesPerSecond = 0;

    /// <summary>Reads slowly from now on.</summary>
    public void ReadSlowly(int bytesPerSecond) => _bytesPerSecond = bytesPerSecond;

    public async Task OpenAsync(Uri server)
    {
        _socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, (byte)(2 + (Number / 250 % 200))]), 0));
        await _socket.ConnectAsync(IPAddress.Parse(server.Host), server.Port);
        _socket.Send(Encoding.ASCII.GetBytes(
            $"GET /hubs/game HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"));
        _ = Task.Run(Receive);
        await _open.Task;
        Send(Handshake);
    }

    /// <summary>Sends one message of SignalR's.</summary>
    /// <param name="message">In JSON.</param>
    /// <param name="isWhole">Whether it ends here: of one that does not, the server waits for the rest.</param>
    /// <returns>False if the connection is gone.</returns>
    public bool Send(ReadOnlySpan<byte> message, bool isWhole = true)
    {
        var length = message.Length + (isWhole ? 1 : 0);
        Span<byte> frame = stackalloc byte[message.Length + 1 + 8];
        frame[0] = TextFrame;
        var header = 2;
        if (length < 126)
        {
            frame[1] = (byte)(Masked | length);
        }
        else
        {
            (frame[1], frame[2], frame[3]) = (Masked | 126, (byte)(length >> 8), (byte)length);
            header = 4;
        }
        frame.Slice(header, 4).Clear();
        message.CopyTo(frame[(header + 4)..]);
        frame[header + 4 + message.Length] = Separator;
        try
        {
            lock (_receive)
                return _socket.Send(frame[..(header + 4 + length)]) > 0;
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            Dispose();
            return false;
        }
    }

    /// <summary>Says that it is there, as browsers do every quarter of a minute.</summary>
    public void KeepAlive() => Send(Ping);

    /// <summary>Goes away without a word, as a browser whose network is lost.</summary>
    public void Dispose()
    {
        _socket.Dispose();
        _closed.TrySetResult();
        _open.TrySetException(new IOException("The connection was ended before it was open."));
    }

    private void ReadOn()
    {
        if (Take())
            Receive();
    }

    private void Receive()
    {
        try
        {
            do
            {
                if (_bytesPerSecond == 0)
                    return;
                if (_bytesPerSecond < int.MaxValue)
                {
                    _ = ReadSlowlyAsync();
                    return;
                }
                _receive.SetBuffer(_buffer, _filled, _buffer.Length - _filled);
            }
            while (!_socket.ReceiveAsync(_receive) && Take());
        }
        catch (ObjectDisposedException)
        {
            Dispose();
        }
    }

    private async Task ReadSlowlyAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(1));
        try
        {
            _receive.SetBuffer(_buffer, _filled, Math.Min(_bytesPerSecond, _buffer.Length - _filled));
            if (!_socket.ReceiveAsync(_receive))
                ReadOn();
        }
        catch (ObjectDisposedException)
        {
            Dispose();
        }
    }

    /// <returns>Whether there is more to come.</returns>
    private bool Take()
    {
        if (_receive.SocketError != SocketError.Success || _receive.BytesTransferred == 0)
        {
            Dispose();
            return false;
        }
        var now = System.Diagnostics.Stopwatch.GetTimestamp();
        _filled += _receive.BytesTransferred;
        var read = 0;
        if (!_upgraded && !Upgrade(out read))
            return !IsClosed;
        while (FrameAt(read) is var (payload, length))
        {
            if (_buffer[read] == CloseFrame)
            {
                Dispose();
                return false;
            }
            Hear(_buffer.AsSpan(payload, length), now);
            read = payload + length;
        }
        _buffer.AsSpan(read, _filled - read).CopyTo(_buffer);
        _filled -= read;
        if (_filled == _buffer.Length)
            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, LargestBuffer));
        return true;
    }

    private bool Upgrade(out int end)
    {
        var answer = _buffer.AsSpan(0, _filled);
        end = answer.IndexOf("\r\n\r\n"u8) + 4;
        if (end < 4)
            return false;
        if (!answer.StartsWith("HTTP/1.1 101"u8))
        {
            _open.TrySetException(new IOException("Refused: " + Encoding.ASCII.GetString(answer[..answer.IndexOf("\r\n"u8)])));
            Dispose();
            return false;
        }
        _upgraded = true;
        _open.TrySetResult();
        return true;
    }

    /// <returns>Where the payload of the frame at this place is, or null if it has not come yet as a whole.</returns>
    private (int Payload, int Length)? FrameAt(int start)
    {
        var there = _filled - start;
        if (there < 2)
            return null;
        var (header, length) = (2, _buffer[start + 1] & 0x7f);
        if (length == 126)
        {
            if (there < 4)
                return null;
            (header, length) = (4, (_buffer[start + 2] << 8) | _buffer[start + 3]);
        }
        else if (length == 127)
        {
            if (there < 10)
                return null;
            (header, length) = (10, (int)System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(_buffer.AsSpan(start + 2)));
        }
        return there < header + length ? null : (start + header, length);
    }

    private void Hear(ReadOnlySpan<byte> payload, long now)
    {
        for (int end; (end = payload.IndexOf(Separator)) >= 0; payload = payload[(end + 1)..])
        {
            Frames++;
            _heard(this, payload[..end], now);
        }
    }
}
