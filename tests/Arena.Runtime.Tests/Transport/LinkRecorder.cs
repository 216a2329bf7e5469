using System.Text;
using System.Threading.Channels;

namespace Arena.Runtime.Tests;

/// <summary>Keeps what links bring, and lets the test wait for it.</summary>
internal sealed class LinkRecorder : ILinkReceiver
{
    private readonly Channel<Link> _accepted = Channel.CreateUnbounded<Link>();
    private readonly Channel<string> _frames = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _closed = Channel.CreateUnbounded<string>();

    /// <summary>What is done with each frame beyond keeping it.</summary>
    public Action<Link, string> OnFrame { get; set; } = static (_, _) => { };

    public int AcceptedCount => _accepted.Reader.Count;

    public int ClosedCount => _closed.Reader.Count;

    public Task<Link> NextAcceptedAsync() => _accepted.Reader.ReadAsync().AsTask().Soon();

    public Task<string> NextFrameAsync() => _frames.Reader.ReadAsync().AsTask().Soon();

    public Task<string> NextClosedAsync() => _closed.Reader.ReadAsync().AsTask().Soon();

    public void Accepted(Link link) => _accepted.Writer.TryWrite(link);

    public void Received(Link link, ReadOnlySpan<byte> frame)
    {
        var text = Encoding.UTF8.GetString(frame);
        OnFrame(link, text);
        _frames.Writer.TryWrite(text);
    }

    public void Closed(Link link, string reason) => _closed.Writer.TryWrite(reason);
}
