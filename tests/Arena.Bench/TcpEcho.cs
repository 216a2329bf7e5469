using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Arena.Bench;

/// <summary>
/// The floor: a hand-written request and answer over one loopback socket with many requests under way, a frame and a write for each, and
/// nothing of Orleans.
/// </summary>
internal sealed class TcpEcho : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<string>> _waiting = new();
    private readonly SemaphoreSlim _writing = new(1);
    private NetworkStream? _near;
    private NetworkStream? _far;
    private Task _loops = Task.CompletedTask;
    private int _lastId;

    public async Task StartAsync()
    {
        _listener.Start();
        var client = new TcpClient { NoDelay = true };
        var accepting = _listener.AcceptTcpClientAsync();
        await client.ConnectAsync((IPEndPoint)_listener.LocalEndpoint);
        var server = await accepting;
        server.NoDelay = true;
        _near = client.GetStream();
        _far = server.GetStream();
        _loops = Task.WhenAll(ReadAsync(_far, (frame, _) => _far.WriteAsync(frame)), ReadAsync(_near, Answered));
    }

    public async Task<string> Say(string text)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = _waiting[id] = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var frame = new byte[8 + Encoding.UTF8.GetByteCount(text)];
        BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length - 4);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(4), id);
        Encoding.UTF8.GetBytes(text, frame.AsSpan(8));
        await _writing.WaitAsync();
        await _near!.WriteAsync(frame);
        _writing.Release();
        return await answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _near?.Socket.Shutdown(SocketShutdown.Both);
        await _loops;
        _near?.Dispose();
        _far?.Dispose();
        _listener.Dispose();
        _writing.Dispose();
    }

    private ValueTask Answered(ReadOnlyMemory<byte> frame, int id)
    {
        if (_waiting.TryRemove(id, out var answer)) answer.SetResult(Encoding.UTF8.GetString(frame.Span[8..]));
        return default;
    }

    private static async Task ReadAsync(NetworkStream stream, Func<ReadOnlyMemory<byte>, int, ValueTask> receive)
    {
        var buffer = new byte[64 * 1024];
        var filled = 0;
        while (await stream.ReadAsync(buffer.AsMemory(filled)) is var read and > 0)
        {
            filled += read;
            var at = 0;
            while (filled - at >= 8 && BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(at)) + 4 is var length && filled - at >= length)
            {
                await receive(buffer.AsMemory(at, length), BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(at + 4)));
                at += length;
            }

            buffer.AsSpan(at, filled - at).CopyTo(buffer);
            filled -= at;
        }
    }
}
