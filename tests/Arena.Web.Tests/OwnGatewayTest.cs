namespace Arena.Web.Tests;

/// <summary>A test that needs a gateway as it is installed, or stops it, or reads what all its users did.</summary>
public abstract class OwnGatewayTest(Chromium chromium) : BrowserTest(chromium)
{
    private protected override Task<Fixture> OpenAsync(Chromium chromium) => Fixture.OpenAsync(chromium);
}
