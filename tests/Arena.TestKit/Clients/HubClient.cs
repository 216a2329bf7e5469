using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Arena.TestKit.Clients;

/// <summary>
/// A browser's end of the hub: SignalR's JSON protocol over a WebSocket, written out so that every frame can be seen and counted, and so
/// that frames can be sent that no good client would.
/// </summary>
public sealed class HubClient : IAsyncDisposable
{
    private const byte Separator = 0x1e;
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<HubReply>> _calls = new();
    private readonly ConcurrentQueue<HubFrame> _frames = new();
    private readonly List<(Func<HubFrame, bool> Wanted, TaskCompletionSource<HubFrame> Found)> _waiting = [];
    private readonly TaskCompletionSource<string?> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _send = new(1, 1);
    private readonly Lock _gate = new();
    private Task _reading = Task.CompletedTask;
    private Task _pinging = Task.CompletedTask;
    private int _lastId;

    /// <summary>Every call of the server so far, oldest first.</summary>
    public IReadOnlyCollection<HubFrame> Frames => _frames;

    /// <summary>The text of everything received, pings and acknowledgements included.</summary>
    public ConcurrentQueue<string> Dump { get; } = new();

    /// <summary>Completes when the server closes, with its reason.</summary>
    public Task<string?> Closed => _closed.Task;

    /// <summary>Called with every frame, on the reading thread.</summary>
    public Action<HubFrame>? OnFrame { get; set; }

    public static async Task<HubClient> ConnectAsync(Uri server, string? origin = null)
    {
        var client = new HubClient();
        if (origin is not null)
            client._socket.Options.SetRequestHeader("Origin", origin);
        var hub = new UriBuilder(server) { Scheme = server.Scheme == "https" ? "wss" : "ws", Path = "/hubs/game" }.Uri;
        await client._socket.ConnectAsync(hub, CancellationToken.None);
        await client.SendRawAsync("""{"protocol":"json","version":1}""");
        client._reading = client.ReadAsync();
        client._pinging = client.PingAsync();
        return client;
    }

    /// <summary>Calls a method of the hub.</summary>
    public Task<HubReply> CallAsync(string method, params object?[] arguments)
    {
        var id = Interlocked.Increment(ref _lastId).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return CallRawAsync(id, JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }, JsonSerializerOptions.Web));
    }

    /// <summary>Sends a call as it is written and waits for its completion.</summary>
    public async Task<HubReply> CallRawAsync(string invocationId, string frame)
    {
        var call = new TaskCompletionSource<HubReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls[invocationId] = call;
        // The closing connection fails the calls that it knows; one that begins at the same time is not among them.
        if (_closed.Task.IsCompleted)
            call.TrySetException(new IOException("The connection is closed."));
        else
            await SendRawAsync(frame);
        return await call.Task.WaitAsync(Patience);
    }

    /// <summary>Calls a method that has no reply.</summary>
    public Task SendAsync(string method, params object?[] arguments) =>
        SendRawAsync(JsonSerializer.Serialize(new { type = 1, target = method, arguments }, JsonSerializerOptions.Web));

    public async Task SendRawAsync(string frame)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(frame) + 1];
        Encoding.UTF8.GetBytes(frame, bytes);
        bytes[^1] = Separator;
        await _send.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _send.Release();
        }
    }

    /// <summary>The first frame, past or to come, that is wanted. Its absence is missing evidence, not a cause.</summary>
    public Task<HubFrame> FrameAsync(Func<HubFrame, bool> wanted, string what, TimeSpan? patience = null)
    {
        var found = new TaskCompletionSource<HubFrame>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_frames.FirstOrDefault(wanted) is { } past)
                return Task.FromResult(past);
            _waiting.Add((wanted, found));
        }
        return WithinPatienceAsync(found.Task, what, patience ?? Patience);
    }

    /// <summary>The first session frame of a phase, of a round where the phase has one.</summary>
    public Task<HubFrame> PhaseAsync(string kind, int? round = null, TimeSpan? patience = null) => FrameAsync(
        frame => frame.Kind == kind && (round is null || frame.Phase.GetProperty("round").GetInt32() == round),
        $"{kind} {round}", patience);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        await _pinging;
        _socket.Dispose();
        _send.Dispose();
    }

    private static async Task<HubFrame> WithinPatienceAsync(Task<HubFrame> found, string what, TimeSpan patience)
    {
        try
        {
            return await found.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"No frame came that is: {what}");
        }
    }

    /// <summary>As every client does: the server closes a connection that is silent.</summary>
    private async Task PingAsync()
    {
        try
        {
            while (await Task.WhenAny(_closed.Task, Task.Delay(PingInterval)) != _closed.Task)
                await SendRawAsync("""{"type":6}""");
        }
        catch (Exception closed) when (closed is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The reader reports the cause.
        }
    }

    private async Task ReadAsync()
    {
        var received = new ArrayBufferWriter<byte>(4_096);
        var reason = (string?)null;
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(received.GetMemory(4_096), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                    break;
                received.Advance(part.Count);
                if (part.EndOfMessage)
                    reason = Take(received) ?? reason;
            }
        }
        catch (Exception aborted) when (aborted is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            reason ??= "aborted";
        }
        _closed.TrySetResult(reason);
        foreach (var call in _calls.Values)
            call.TrySetException(new IOException($"The connection closed: {reason}"));
    }

    private string? Take(ArrayBufferWriter<byte> received)
    {
        var text = received.WrittenMemory;
        string? reason = null;
        int end;
        while ((end = text.Span.IndexOf(Separator)) >= 0)
        {
            reason = Handle(text[..end]) ?? reason;
            text = text[(end + 1)..];
        }
        received.ResetWrittenCount();
        return reason;
    }

    private string? Handle(ReadOnlyMemory<byte> frame)
    {
        var raw = Encoding.UTF8.GetString(frame.Span);
        Dump.Enqueue(raw);
        using var document = JsonDocument.Parse(frame);
        var root = document.RootElement;
        switch (root.TryGetProperty("type", out var type) ? type.GetInt32() : 0)
        {
            case 1:
                var arguments = root.GetProperty("arguments");
                Called(root.GetProperty("target").GetString()!, arguments.GetArrayLength() > 0 ? arguments[0].Clone() : default, raw);
                return null;
            case 3:
                if (_calls.TryRemove(root.GetProperty("invocationId").GetString()!, out var call))
                    call.SetResult(Reply(root, raw));
                return null;
            case 7:
                return root.TryGetProperty("error", out var error) ? error.GetString() : "closed";
            default:
                return null;
        }
    }

    /// <summary>What everyone sees may come in the frame of what this player alone sees: it is seen first then.</summary>
    private void Called(string target, JsonElement body, string raw)
    {
        if (target == "Seat" && body.GetProperty("session") is { ValueKind: JsonValueKind.Object } session)
            Arrive(new("Session", session, raw));
        Arrive(new(target, body, raw));
    }

    private void Arrive(HubFrame frame)
    {
        List<TaskCompletionSource<HubFrame>> found = [];
        lock (_gate)
        {
            _frames.Enqueue(frame);
            for (var index = _waiting.Count - 1; index >= 0; index--)
            {
                if (!_waiting[index].Wanted(frame))
                    continue;
                found.Add(_waiting[index].Found);
                _waiting.RemoveAt(index);
            }
        }
        OnFrame?.Invoke(frame);
        foreach (var waiting in found)
            waiting.SetResult(frame);
    }

    private static HubReply Reply(JsonElement completion, string raw)
    {
        if (completion.TryGetProperty("error", out var error))
            return new(default, error.GetString()!.Split("HubException: ")[^1], raw);
        if (!completion.TryGetProperty("result", out var result) || result.ValueKind != JsonValueKind.Object)
            return new(default, null, raw);
        var refusal = result.TryGetProperty("refusal", out var refused) && refused.ValueKind == JsonValueKind.Object
            ? refused.GetProperty("code").GetString()
            : null;
        return new(result.TryGetProperty("value", out var value) ? value.Clone() : default, refusal, raw);
    }
}
