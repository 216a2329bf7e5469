using System.Collections.Concurrent;

namespace Arena.Web.Tests;

/// <summary>Every screen in every state on a phone, in both themes and both languages: no rule of accessibility is broken, nothing sticks out.</summary>
[Collection(GalleryAlone.Name)]
public sealed class GalleryRulesTests(Chromium chromium)
{
    [Fact]
    public async Task No_screen_is_too_wide_or_breaks_a_rule_of_accessibility_in_either_theme_or_language()
    {
        var violations = new ConcurrentBag<string>();
        (string Language, ColorScheme Scheme)[] views = [("en", ColorScheme.Light), ("fr", ColorScheme.Dark)];
        await GalleryAlone.DrawAsync(views, async (view, isInPart) =>
        {
            var (language, scheme) = view;
            var gallery = await Gallery.OpenAsync(chromium.Browser, language, 360, 740);
            foreach (var story in (await gallery.StoriesAsync()).Where((_, index) => isInPart(index)))
            {
                await gallery.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                if (await gallery.MeasureAsync(story) is { } overflow)
                    violations.Add(overflow);
                foreach (var violation in await Axe.ViolationsAsync(gallery.Page, $"{story} {language}"))
                    violations.Add(violation);
            }
            await gallery.Page.Context.CloseAsync();
        });
        Assert.True(violations.IsEmpty, string.Join('\n', violations));
    }
}
