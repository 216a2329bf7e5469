using System.Net.WebSockets;
using System.Text.Json;
using Arena.TestKit.Clients;

namespace Arena.Load.Campaigns;

/// <summary>
/// A browser that does not give up, as the web client: opens a connection, binds it, opens another after every loss, and sends a request
/// again, with the same operation id, until it knows what became of it.
/// </summary>
internal abstract class ReturningClient(Uri server, Random random, CancellationToken stop)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _goesOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<HubClient> _bound = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes once this client has seen the end of the game.</summary>
    public Task Over => _over.Task;

    /// <summary>The newest state of the session.</summary>
    protected JsonElement View { get; private set; }

    /// <summary>The scores that the podium showed, by nickname; none before.</summary>
    public IReadOnlyDictionary<string, long> Podium =>
        View.ValueKind == JsonValueKind.Object && View.GetProperty("phase").TryGetProperty("podium", out var lines)
            ? lines.EnumerateArray().ToDictionary(line => line.GetProperty("nickname").GetString()!, line => line.GetProperty("score").GetInt64())
            : new Dictionary<string, long>();

    protected CancellationToken Stop => stop;

    /// <summary>Runs until the end of the game was seen.</summary>
    public async Task RunAsync()
    {
        for (var tries = 0; !Over.IsCompleted; tries++)
        {
            if (await ConnectOnceAsync())
                tries = 0;
            if (!Over.IsCompleted)
                await PauseAsync(100, Math.Min(2_000, 250 << Math.Min(tries, 4)));
        }
    }

    /// <summary>Proves to the server who this is.</summary>
    /// <returns>The welcome, or null if the session is over and gone.</returns>
    protected abstract Task<JsonElement?> BindAsync(HubClient hub);

    /// <summary>The session is in this state now: from a frame, or from a welcome.</summary>
    protected abstract void OnView(JsonElement view, long nowMs);

    protected virtual void OnFrame(HubFrame frame)
    {
        if (frame.Target != "Session")
            return;
        if (OnPosition(frame.Body.GetProperty("epoch").GetInt64(), frame.Body.GetProperty("sequence").GetInt64(), isWelcome: false))
            See(frame.Body.GetProperty("view"), frame.Body.GetProperty("nowMs").GetInt64());
    }

    /// <summary>The position of the newest frame.</summary>
    /// <returns>Whether to show it: not if it is older than the shown frame.</returns>
    protected virtual bool OnPosition(long epoch, long sequence, bool isWelcome) => true;

    /// <summary>The connection was lost.</summary>
    protected virtual void OnLost()
    {
    }

    /// <summary>Sends a request until it is settled.</summary>
    protected async Task<HubReply> SettleAsync(Func<HubClient, Task<HubReply>> request)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                var reply = await request(await _bound.Task.WaitAsync(stop));
                if (reply.Refusal is not ("unavailable" or "overloaded" or "outcomeUnknown" or "tooFast" or "notSeated" or "notHost"))
                    return reply;
            }
            catch (Exception lost) when (IsLoss(lost))
            {
                // What became of it is not known: the same again, over the next connection.
            }
            await RetryPauseAsync(tries);
        }
    }

    protected void End() => _over.TrySetResult();

    protected int Draw(int below)
    {
        lock (_gate)
            return random.Next(below);
    }

    protected Task PauseAsync(int fromMs, int toMs) => Task.Delay(fromMs + Draw(toMs - fromMs), stop);

    protected void See(JsonElement view, long nowMs)
    {
        View = view;
        if (view.GetProperty("suspendedSinceMs").ValueKind != JsonValueKind.Number)
            Interlocked.Exchange(ref _goesOn, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        OnView(view, nowMs);
        if (view.GetProperty("phase").GetProperty("kind").GetString() == "podium")
            End();
    }

    /// <summary>Exponential, as in the web client, and ended as soon as the server notifies that the game resumed.</summary>
    private async Task RetryPauseAsync(int tries)
    {
        var goesOn = Volatile.Read(ref _goesOn).Task;
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(goesOn, Task.Delay(Draw(Math.Min(5_000, 250 << Math.Min(tries, 5))), pause.Token));
        await pause.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }

    private static bool IsLoss(Exception failed) =>
        failed is IOException or WebSocketException or TimeoutException or ObjectDisposedException or HttpRequestException or InvalidOperationException;

    /// <returns>Whether it was bound.</returns>
    private async Task<bool> ConnectOnceAsync()
    {
        try
        {
            await using var hub = await HubClient.ConnectAsync(server);
            hub.OnFrame = OnFrame;
            if (await BindAsync(hub) is not { } welcome)
            {
                End();
                return true;
            }
            if (OnPosition(welcome.GetProperty("epoch").GetInt64(), welcome.GetProperty("sequence").GetInt64(), isWelcome: true))
                See(welcome.GetProperty("session"), welcome.GetProperty("nowMs").GetInt64());
            _bound.TrySetResult(hub);
            await Task.WhenAny(hub.Closed, Over).WaitAsync(stop);
            if (!Over.IsCompleted)
                OnLost();
        }
        catch (Exception lost) when (IsLoss(lost))
        {
            // Not there yet, or gone again: the next connection follows.
        }
        if (!_bound.Task.IsCompleted)
            return false;
        _bound = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return true;
    }
}
