namespace Arena.Web.Tests;

/// <summary>Every screen in every state, on three sizes: nothing sticks out, and there are pictures of all of them for people to look at.</summary>
[Collection(GalleryAlone.Name)]
public sealed class GalleryPicturesTests(Chromium chromium)
{
    [Theory]
    [InlineData("en", 360, 740, ColorScheme.Light)]
    [InlineData("fr", 360, 740, ColorScheme.Dark)]
    [InlineData("fr", 1280, 800, ColorScheme.Dark)]
    [InlineData("en", 1920, 1080, ColorScheme.Light)]
    public async Task No_screen_is_wider_than_what_it_is_shown_on(string language, int width, int height, ColorScheme scheme)
    {
        var gallery = await Gallery.OpenAsync(chromium.Browser, language, width, height);
        await gallery.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        List<string> wide = [];
        foreach (var story in await gallery.StoriesAsync())
        {
            await gallery.ShowAsync(story);
            if (await gallery.OverflowAsync() is { } overflow)
                wide.Add($"{story} {width}: {overflow}");
            await Screenshots.TakeWholeAsync(gallery.Page, $"gallery/{width}-{language}/{story}");
        }
        await gallery.Page.Context.CloseAsync();
        Assert.True(wide.Count == 0, string.Join('\n', wide));
    }
}
