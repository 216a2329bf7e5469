namespace Arena.Web.Tests;

/// <summary>A test with a house of its own, which prints its log when the test fails.</summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    private protected House House { get; private set; } = null!;

    public async ValueTask InitializeAsync() => House = await OpenAsync(chromium);

    private protected virtual Task<House> OpenAsync(Chromium chromium) => House.OpenAsync(chromium);

    /// <summary>Ends what was opened beside the house.</summary>
    private protected virtual ValueTask CloseAsync() => default;

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
            await House.ShowAsync("failed-" + TestContext.Current.TestMethod!.MethodName);
        await House.DisposeAsync();
        await CloseAsync();
        GC.SuppressFinalize(this);
    }
}
