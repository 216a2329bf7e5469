namespace Arena.Web.Tests;

/// <summary>Pictures for people to look at, in artifacts/screenshots.</summary>
internal static class Screenshots
{
    public static Task TakeAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = At(name + ".png") });

    /// <summary>The page with all that is below the edge of the screen.</summary>
    public static Task TakeWholeAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = At(name + ".png"), FullPage = true });

    /// <summary>Where a file for people to look at goes.</summary>
    public static string At(string file)
    {
        var path = Repository.At("artifacts", "screenshots", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
