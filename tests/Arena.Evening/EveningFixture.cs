using Arena.TestKit.Clients;
using Arena.TestKit.Processes;


namespace Arena.Evening;

/// <summary>A gateway behind a proxy that ends TLS, and the browsers before them.</summary>
internal sealed class EveningFixture : IAsyncDisposable
{
    private static readonly string[] BrowserArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("arena-evening-").FullName;
    private readonly EveningClock _clock;
    private ArenaProcess? _arena;
    private TlsProxy? _proxy;
    private IPlaywright? _playwright;
    private IBrowser? _phones;
    private IBrowserContext? _hosting;

    private EveningFixture(EveningClock clock) => _clock = clock;

    public static async Task<EveningFixture> OpenAsync(EveningClock clock, int idleLimitSeconds)
    {
        var fixture = new EveningFixture(clock);
        try
        {
            var port = FreePorts.Next();
            fixture._arena = await ArenaProcess.StartAsync(fixture._folder, new Dictionary<string, string>
            {
                ["Arena:Gateway:PublicUrl"] = $"https://localhost:{port}",
                ["Arena:Gateway:KnownProxies:0"] = "127.0.0.1",
            });
            fixture._proxy = await TlsProxy.StartAsync(fixture._folder, port, fixture._arena.Address, idleLimitSeconds);
            fixture._playwright = await Playwright.CreateAsync();
            fixture._phones = await fixture._playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = Chromium, Headless = true, Args = BrowserArguments });
            return fixture;
        }
        catch
        {
            await fixture.DisposeAsync();
            throw;
        }
    }

    private static string Chromium => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Launches a game without a bonus for streaks.</summary>
    public async Task<Launch> LaunchAsync(int questions)
    {
        using var http = _arena!.Http();
        var api = await new ArenaApi(http).SignInAsync();
        return await api.LaunchAsync(
            await api.CreateQuizAsync(questions, EveningPlan.TimeLimitMs), new { questionCount = questions, streakBonus = false });
    }

    public async Task<WatchedPage> PhoneAsync(string name)
    {
        var context = await _phones!.NewContextAsync(new()
        {
            BaseURL = _proxy!.Address.ToString(),
            IgnoreHTTPSErrors = true,
            Locale = "en-GB",
            HasTouch = true,
            IsMobile = true,
            ViewportSize = new() { Width = 390, Height = 844 },
        });
        await context.AddInitScriptAsync(scriptPath: WatchScript);
        return await WatchedPage.OpenAsync(name, context, _clock);
    }

    /// <summary>Opens a page in the host's browser, which is started if it does not run. Its profile outlives it.</summary>
    public async Task<WatchedPage> HostAsync(string name)
    {
        if (_hosting is null)
        {
            _hosting = await _playwright!.Chromium.LaunchPersistentContextAsync(Path.Combine(_folder, "profile"), new()
            {
                ExecutablePath = Chromium,
                Headless = true,
                Args = BrowserArguments,
                BaseURL = _proxy!.Address.ToString(),
                IgnoreHTTPSErrors = true,
                Locale = "en-GB",
                ViewportSize = new() { Width = 1280, Height = 800 },
            });
            await _hosting.AddInitScriptAsync(scriptPath: WatchScript);
        }
        return await WatchedPage.OpenAsync(name, _hosting, _clock);
    }

    /// <summary>Closes the host's browser without a farewell: the network is gone before.</summary>
    public async Task CloseHostAsync()
    {
        await _hosting!.SetOfflineAsync(true);
        await _hosting.CloseAsync();
        _hosting = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_hosting is not null)
            await _hosting.CloseAsync();
        if (_phones is not null)
            await _phones.CloseAsync();
        _playwright?.Dispose();
        if (_proxy is not null)
            await _proxy.DisposeAsync();
        if (_arena is not null)
            await _arena.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string WatchScript => Path.Combine(AppContext.BaseDirectory, "watch.js");
}
