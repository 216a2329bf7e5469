using System.Collections.Concurrent;
using System.Diagnostics;
using Arena.TestKit.Processes;

namespace Arena.Web.Tests;

/// <summary>A gateway, of one test or of several, and the people of one test before it, each with a browser of their own.</summary>
internal sealed class Fixture : IAsyncDisposable
{
    /// <summary>What Chromium itself writes about refusals and dead servers, which tests cause.</summary>
    private static readonly string[] Provoked = ["Failed to load resource", "WebSocket connection to"];

    private static readonly string OperatorProgram = Repository.Program("silo/Arena.Cli", "arena.dll");

    private readonly IBrowser _browser;
    private readonly List<IBrowserContext> _contexts = [];
    private readonly ConcurrentQueue<string> _complaints = new();

    private readonly bool _ownsArena;
    private readonly int _linesBefore;

    private Fixture(IBrowser browser, ArenaProcess arena, bool ownsArena) =>
        (_browser, Arena, _ownsArena, _linesBefore) = (browser, arena, ownsArena, ownsArena ? 0 : arena.LogLines);

    public ArenaProcess Arena { get; private set; }

    /// <summary>How long hosts whose browsers are opened from now on let the podium take.</summary>
    public int FinaleMs { get; set; }

    /// <summary>Before a gateway of its own.</summary>
    /// <param name="chromium">The browser of all.</param>
    /// <param name="settings">Configuration keys and values.</param>
    /// <param name="port">Where it must be, or null for anywhere.</param>
    public static async Task<Fixture> OpenAsync(Chromium chromium, Dictionary<string, string>? settings = null, int? port = null)
    {
        var folder = Directory.CreateTempSubdirectory("arena-web-").FullName;
        return new(chromium.Browser, await ArenaProcess.StartAsync(folder, settings, port), ownsArena: true);
    }

    /// <summary>Before a gateway that runs on when the test has ended.</summary>
    /// <param name="chromium">The browser of all.</param>
    /// <param name="arena">The gateway.</param>
    public static Fixture Share(Chromium chromium, ArenaProcess arena) => new(chromium.Browser, arena, ownsArena: false);

    /// <param name="name">What the browser calls this machine.</param>
    public async Task<HostPage> HostAsync(string name = "127.0.0.1") => new(await PageAsync(
        new() { ViewportSize = new() { Width = 1280, Height = 800 }, Locale = "en-GB", ReducedMotion = ReducedMotion.Reduce }, name));

    /// <summary>Someone with a phone.</summary>
    public async Task<PlayerPage> PlayerAsync(string locale = "en-GB") => new(await PageAsync(new()
    {
        ViewportSize = new() { Width = 360, Height = 740 },
        HasTouch = true,
        IsMobile = true,
        Locale = locale,
        ReducedMotion = ReducedMotion.Reduce,
    }));

    /// <summary>Starts Arena again where the one before it was.</summary>
    public async Task RestartAsync()
    {
        var (folder, port) = (Arena.Folder, Arena.Address.Port);
        await Arena.DisposeAsync();
        Arena = await ArenaProcess.StartAsync(folder, port: port);
    }

    /// <summary>Runs the operator's program on the database, and gives what it prints.</summary>
    public async Task<string> OperateAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [OperatorProgram, .. arguments, "--sqlite", Path.Combine(Arena.Folder, "data", "arena.db")])
        {
            RedirectStandardOutput = true,
        };
        using var program = Process.Start(start)!;
        var said = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        return said;
    }

    /// <summary>Errors of pages and warnings of browsers so far.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.CloseAsync();
        if (!_ownsArena)
            return;
        await Arena.DisposeAsync();
        Directory.Delete(Arena.Folder, recursive: true);
    }

    private async Task<IPage> PageAsync(BrowserNewContextOptions options, string name = "127.0.0.1")
    {
        options.BaseURL = new UriBuilder(Arena.Address) { Host = name }.ToString();
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(Chromium.PatienceMs);
        // The podium is shown at once, unless a test is about how it is shown.
        await context.AddInitScriptAsync($"if (location.protocol === 'http:') localStorage.getItem('arena.launch') ?? localStorage.setItem('arena.launch', '{{\"finaleMs\":{FinaleMs}}}')");
        _contexts.Add(context);
        context.WebError += (_, error) => _complaints.Enqueue(error.Error);
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !Provoked.Any(start => message.Text.StartsWith(start, StringComparison.Ordinal)))
                _complaints.Enqueue(message.Text);
        };
        return await context.NewPageAsync();
    }

    /// <summary>What everyone sees, what their browsers complained about and what the gateway said.</summary>
    public async Task ShowAsync(string name)
    {
        foreach (var (context, index) in _contexts.Select((context, index) => (context, index)))
            await Screenshots.TakeAsync(context.Pages[0], $"{name}-{index}");
        foreach (var complaint in _complaints)
            TestContext.Current.TestOutputHelper?.WriteLine(complaint);
        foreach (var line in Arena.Log.Split('\n').Skip(_linesBefore).Where(line => !line.Contains("\"LogLevel\":\"Information\"", StringComparison.Ordinal)))
            TestContext.Current.TestOutputHelper?.WriteLine(line);
    }
}
