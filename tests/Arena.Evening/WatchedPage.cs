using System.Diagnostics;
using System.Text.Json;

namespace Arena.Evening;

/// <summary>A page whose connections are counted, and whose device can sleep or lose the network.</summary>
internal sealed class WatchedPage
{
    private const int BackPatienceMs = 60_000;

    private readonly EveningClock _clock;
    private readonly Lock _lock = new();
    private readonly List<string> _cuts = [];
    private int _opened;
    private int _closedWhileAway;
    private bool _isAway;
    private TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WatchedPage(string name, IPage page, EveningClock clock)
    {
        (Name, Page, _clock) = (name, page, clock);
        page.WebSocket += (_, socket) =>
        {
            lock (_lock)
                _opened++;
            socket.Close += (_, _) => Closed();
            socket.FrameReceived += (_, _) => Received();
        };
    }

    public string Name { get; }

    public IPage Page { get; }

    /// <summary>Connections opened so far.</summary>
    public int Opened
    {
        get
        {
            lock (_lock)
                return _opened;
        }
    }

    /// <summary>Connections that ended while the device slept, was without network, or was closed.</summary>
    public int ClosedWhileAway
    {
        get
        {
            lock (_lock)
                return _closedWhileAway;
        }
    }

    /// <summary>When other connections ended.</summary>
    public IReadOnlyList<string> Cuts
    {
        get
        {
            lock (_lock)
                return [.. _cuts];
        }
    }

    /// <summary>What each absence was, and how long the page then took to be connected.</summary>
    public List<(string What, TimeSpan Back)> Returns { get; } = [];

    public static async Task<WatchedPage> OpenAsync(string name, IBrowserContext context, EveningClock clock) =>
        new(name, await context.NewPageAsync(), clock);

    /// <summary>The device sleeps: its scripts stand still and nothing reaches it. Then its owner unlocks it.</summary>
    public async Task SleepAsync(TimeSpan time)
    {
        var debugger = await Page.Context.NewCDPSessionAsync(Page);
        Leave();
        await debugger.SendAsync("Debugger.enable");
        await debugger.SendAsync("Debugger.pause");
        await Page.Context.SetOfflineAsync(true);
        _clock.Note($"{Name} sleeps");
        await Task.Delay(time);
        await BackAsync($"slept {time.TotalMinutes:F1} min", async () =>
        {
            await Page.Context.SetOfflineAsync(false);
            await debugger.SendAsync("Debugger.resume");
            await debugger.SendAsync("Debugger.disable");
            await debugger.DetachAsync();
            await Page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        });
    }

    /// <summary>The network is gone and the page sees it.</summary>
    public async Task LoseNetworkAsync(TimeSpan time)
    {
        Leave();
        await Page.Context.SetOfflineAsync(true);
        _clock.Note($"{Name} loses the network");
        await Task.Delay(time);
        await BackAsync($"no network for {time.TotalSeconds:F0} s", () => Page.Context.SetOfflineAsync(false));
    }

    /// <summary>From now on the ends of connections are of the device's own making.</summary>
    public void Leave()
    {
        lock (_lock)
            _isAway = true;
    }

    public async Task<PageNotes> NotesAsync() =>
        (await Page.EvaluateAsync<JsonElement>("window.watched")).Deserialize<PageNotes>(JsonSerializerOptions.Web)!;

    public Task TapAsync(bool isTapping) => Page.EvaluateAsync("isTapping => { window.watched.isTapping = isTapping; }", isTapping);

    private async Task BackAsync(string what, Func<Task> wake)
    {
        var began = Stopwatch.GetTimestamp();
        var received = ExpectFrame();
        await wake();
        await received.WaitAsync(TimeSpan.FromMilliseconds(BackPatienceMs));
        await Assertions.Expect(Page.GetByTestId("link")).ToHaveAttributeAsync("data-status", "online", new() { Timeout = BackPatienceMs });
        var back = Stopwatch.GetElapsedTime(began);
        lock (_lock)
            _isAway = false;
        Returns.Add((what, back));
        _clock.Note($"{Name} is back after {back.TotalMilliseconds:F0} ms");
    }

    /// <summary>The next frame from the server is evidence of a connection; the page's badge alone may be of before the absence.</summary>
    private Task ExpectFrame()
    {
        lock (_lock)
        {
            _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _received.Task;
        }
    }

    private void Received()
    {
        lock (_lock)
            _received.TrySetResult();
    }

    private void Closed()
    {
        lock (_lock)
        {
            if (_isAway)
                _closedWhileAway++;
            else
                _cuts.Add(_clock.Now);
        }
    }
}
