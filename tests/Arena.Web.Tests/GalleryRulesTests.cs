using System.Collections.Concurrent;

namespace Arena.Web.Tests;

/// <summary>Every screen in every state, in both themes and both languages: no rule of accessibility is broken.</summary>
[Collection(GalleryAlone.Name)]
public sealed class GalleryRulesTests(Chromium chromium)
{
    [Fact]
    public async Task No_screen_breaks_a_rule_of_accessibility_in_either_theme_or_language()
    {
        var violations = new ConcurrentBag<string>();
        await Parallel.ForEachAsync((string[])["en", "fr"], GalleryAlone.TwoAtOnce, async (language, _) =>
        {
            var gallery = await Gallery.OpenAsync(chromium.Browser, language, 360, 740);
            foreach (var story in await gallery.StoriesAsync())
            {
                await gallery.ShowAsync(story);
                foreach (var violation in await Axe.ViolationsAsync(gallery.Page, $"{story} {language}"))
                    violations.Add(violation);
            }
            await gallery.Page.Context.CloseAsync();
        });
        Assert.True(violations.IsEmpty, string.Join('\n', violations));
    }
}
