namespace Arena.Web.Tests;

/// <summary>Every screen in every state, in both themes and both languages: no rule of accessibility is broken.</summary>
[Collection(GalleryAlone.Name)]
public sealed class GalleryRulesTests(Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task No_screen_breaks_a_rule_of_accessibility_in_either_theme(string language)
    {
        var gallery = await Gallery.OpenAsync(chromium.Browser, language, 360, 740);
        List<string> violations = [];
        foreach (var story in await gallery.StoriesAsync())
        {
            await gallery.ShowAsync(story);
            violations.AddRange(await Axe.ViolationsAsync(gallery.Page, $"{story} {language}"));
        }
        await gallery.Page.Context.CloseAsync();
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }
}
