[assembly: AssemblyFixture(typeof(Arena.Web.Tests.Chromium))]
// Games wait for their clocks half of the time: two cores carry four of them.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace Arena.Web.Tests;

/// <summary>One Chromium for all tests; every person in a test has a browser context of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>How long anything may take on a busy machine. Its end is missing evidence, not a cause.</summary>
    public const float PatienceMs = 60_000;

    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Headless = true,
            Timeout = PatienceMs,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync();
        _playwright?.Dispose();
    }
}
