using System.Collections.Concurrent;

namespace Arena.Web.Tests;

/// <summary>Every screen in every state, on large screens, and on a phone in the language of the longest words: nothing sticks out.</summary>
[Collection(GalleryAlone.Name)]
public sealed class GalleryWidthTests(Chromium chromium)
{
    private static readonly (string Language, int Width, int Height)[] Views = [("en", 1920, 1080), ("fr", 1280, 800), ("de", 360, 740)];

    [Fact]
    public async Task No_screen_is_wider_than_its_viewport()
    {
        var wide = new ConcurrentBag<string>();
        await GalleryAlone.DrawAsync(Views, async (view, isInPart) =>
        {
            var (language, width, height) = view;
            var gallery = await Gallery.OpenAsync(chromium.Browser, language, width, height);
            foreach (var story in (await gallery.StoriesAsync()).Where((_, index) => isInPart(index)))
            {
                if (await gallery.MeasureAsync(story) is { } overflow)
                    wide.Add(overflow);
            }
            await gallery.Page.Context.CloseAsync();
        });
        Assert.True(wide.IsEmpty, string.Join('\n', wide));
    }
}
