namespace Arena.Web.Tests;

/// <summary>Pictures for people to look at, in artifacts/screenshots.</summary>
internal static class Screenshots
{
    public static Task TakeAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Repository.At("artifacts", "screenshots", name + ".png") });
}
