namespace Arena.Web.Tests;

/// <summary>
/// Every screen in every state: nothing sticks out, no rule of accessibility is broken, in both themes and both languages; and pictures of
/// all of them, for people to look at.
/// </summary>
public sealed class GalleryTests(Chromium chromium)
{
    /// <summary>Both languages at once: what takes long is the browser's work, page by page.</summary>
    [Fact]
    public async Task No_screen_breaks_a_rule_of_accessibility_in_either_theme_and_language()
    {
        var violations = await Task.WhenAll(ViolationsAsync("en"), ViolationsAsync("fr"));
        Assert.True(violations.All(found => found.Count == 0), string.Join('\n', violations.SelectMany(found => found)));
    }

    [Fact]
    public async Task No_screen_is_wider_than_what_it_is_shown_on()
    {
        var wide = await Task.WhenAll(
            TooWideAsync("en", 360, 740, ColorScheme.Light),
            TooWideAsync("fr", 1280, 800, ColorScheme.Dark),
            TooWideAsync("en", 1920, 1080, ColorScheme.Light));
        Assert.True(wide.All(found => found.Count == 0), string.Join('\n', wide.SelectMany(found => found)));
    }

    private async Task<List<string>> ViolationsAsync(string language)
    {
        var gallery = await Gallery.OpenAsync(chromium.Browser, language, 360, 740);
        List<string> violations = [];
        foreach (var story in await gallery.StoriesAsync())
        {
            await gallery.ShowAsync(story);
            violations.AddRange(await Axe.ViolationsAsync(gallery.Page, $"{story} {language}"));
        }
        await gallery.Page.Context.CloseAsync();
        return violations;
    }

    private async Task<List<string>> TooWideAsync(string language, int width, int height, ColorScheme scheme)
    {
        var gallery = await Gallery.OpenAsync(chromium.Browser, language, width, height);
        await gallery.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        List<string> wide = [];
        foreach (var story in await gallery.StoriesAsync())
        {
            await gallery.ShowAsync(story);
            if (await gallery.OverflowAsync() is { } overflow)
                wide.Add($"{story} {width}: {overflow}");
            await Screenshots.TakeWholeAsync(gallery.Page, $"gallery/{width}/{story}");
        }
        await gallery.Page.Context.CloseAsync();
        return wide;
    }
}
