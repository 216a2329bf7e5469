using System.Collections.Concurrent;

namespace Arena.Web.Tests;

/// <summary>Every screen in every state, on large screens: nothing sticks out, and there are pictures of all of them for people to look at.</summary>
[Collection(GalleryAlone.Name)]
public sealed class GalleryPicturesTests(Chromium chromium)
{
    private static readonly (string Language, int Width, int Height, ColorScheme Scheme)[] Views =
        [("fr", 1280, 800, ColorScheme.Dark), ("en", 1920, 1080, ColorScheme.Light)];

    [Fact]
    public async Task No_screen_is_wider_than_its_viewport()
    {
        var wide = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Views, GalleryAlone.TwoAtOnce, async (view, _) =>
        {
            var gallery = await Gallery.OpenAsync(chromium.Browser, view.Language, view.Width, view.Height);
            await gallery.Page.EmulateMediaAsync(new() { ColorScheme = view.Scheme });
            foreach (var story in await gallery.StoriesAsync())
            {
                if (await gallery.PictureAsync(story) is { } overflow)
                    wide.Add(overflow);
            }
            await gallery.Page.Context.CloseAsync();
        });
        Assert.True(wide.IsEmpty, string.Join('\n', wide));
    }
}
