using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Arena.Runtime;

/// <summary>
/// A link over TCP. What holds here, beyond what <see cref="Link"/> promises:
/// <list type="number">
/// <item>One loop reads and one writes; each system call takes all that there is.</item>
/// <item>Whatever ends the link ends both loops; the receiver hears the first reason, once, after the last frame.</item>
/// <item>A link whose other end has said nothing for the idle timeout is closed: a machine that is gone sends no end.</item>
/// </list>
/// </summary>
internal sealed class TcpLink : Link
{
    private readonly Stream _stream;
    private readonly ILinkReceiver _receiver;
    private readonly TransportOptions _options;
    private readonly TimeProvider _time;
    private readonly TransportMetrics _metrics;
    private readonly ILogger _logger;
    private readonly SendQueue _queue;
    private readonly ITimer _pulse;
    private string? _closed;
    private long _heardAt;

    public TcpLink(Stream stream, ProvedPeer peer, ILinkReceiver receiver, TransportServices services)
    {
        _stream = stream;
        _receiver = receiver;
        (_options, _time, _metrics, _logger) = (services.Options, services.Time, services.Metrics, services.Logger);
        Peer = peer.Identity;
        ProtocolVersion = peer.Version;
        _queue = new SendQueue(_options.MaxFrameBytes, _options.MaxQueuedBytes);
        _heardAt = _time.GetTimestamp();
        _pulse = _time.CreateTimer(
            static link => ((TcpLink)link!).Pulse(), this, _options.KeepAliveInterval, _options.KeepAliveInterval);
    }

    public override PeerIdentity Peer { get; }

    public override int ProtocolVersion { get; }

    public override bool IsOpen => Volatile.Read(ref _closed) is null;

    public override bool TrySend<TFrame>(in TFrame frame)
    {
        if (_queue.TryAdd(in frame)) return true;
        if (IsOpen) _metrics.SendRefused();
        return false;
    }

    public override void Close(string reason)
    {
        if (Interlocked.CompareExchange(ref _closed, reason, null) is not null) return;
        _queue.Close();
        _stream.Dispose();
    }

    /// <summary>Carries frames until the link has ended.</summary>
    public async Task RunAsync()
    {
        var writing = Task.Run(WriteAsync);
        await Task.Run(ReadAsync);
        await writing;
        await _pulse.DisposeAsync();
        _queue.Release();
        try
        {
            _receiver.Closed(this, _closed!);
        }
        catch (Exception exception)
        {
            _logger.ReceiverFailed(exception, Peer.Name);
        }
    }

    private async Task ReadAsync()
    {
        using var reader = new FrameReader(_options.MaxFrameBytes);
        try
        {
            while (IsOpen)
            {
                var count = await _stream.ReadAsync(reader.GetBuffer());
                if (count == 0)
                {
                    Close("the other end closed it");
                    return;
                }

                Volatile.Write(ref _heardAt, _time.GetTimestamp());
                _metrics.Received(count);
                reader.Advance(count);
                HandOut(reader);
            }
        }
        catch (Exception exception)
        {
            Break(exception);
        }
    }

    private void HandOut(FrameReader reader)
    {
        while (IsOpen)
        {
            switch (reader.Read(out var frame))
            {
                case FrameStatus.Incomplete:
                    return;
                case FrameStatus.TooLarge:
                    _logger.FrameRefused(Peer.Name, reader.FaultyLength, _options.MaxFrameBytes);
                    Close($"a frame of {reader.FaultyLength} bytes exceeds the limit of {_options.MaxFrameBytes}");
                    return;
                default:
                    Receive(frame);
                    break;
            }
        }
    }

    private void Receive(ReadOnlySpan<byte> frame)
    {
        try
        {
            _receiver.Received(this, frame);
        }
        catch (Exception exception)
        {
            _logger.ReceiverFailed(exception, Peer.Name);
            Close($"a frame could not be handled: {exception.Message}");
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            while (await _queue.NextAsync() is { Length: > 0 } frames)
            {
                await _stream.WriteAsync(frames);
                _metrics.Sent(frames.Length);
            }
        }
        catch (Exception exception)
        {
            Break(exception);
        }
    }

    private void Pulse()
    {
        if (_time.GetElapsedTime(Volatile.Read(ref _heardAt)) >= _options.IdleTimeout)
        {
            Close($"nothing was heard for {_options.IdleTimeout}");
            return;
        }

        _queue.AddKeepAlive();
    }

    private void Break(Exception exception)
    {
        // What a loop meets because the link was closed under it says nothing.
        if (IsOpen && exception is not (IOException or SocketException)) _logger.LinkFault(exception, Peer.Name);
        Close($"it broke: {exception.Message}");
    }
}
