namespace Arena.Web.Tests;

/// <summary>A test with a fixture of its own, which prints its log when the test fails, before the gateway of all.</summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    private protected Fixture Fixture { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Fixture = await OpenAsync(chromium);

    private protected virtual async Task<Fixture> OpenAsync(Chromium chromium) =>
        Fixture.Share(chromium, await (await TestContext.Current.GetFixture<SharedGateway>())!.StartedAsync());

    /// <summary>Ends servers that were opened beside the fixture.</summary>
    private protected virtual ValueTask CloseAsync() => default;

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
            await Fixture.ShowAsync("failed-" + TestContext.Current.TestMethod!.MethodName);
        await Fixture.DisposeAsync();
        await CloseAsync();
        GC.SuppressFinalize(this);
    }
}
