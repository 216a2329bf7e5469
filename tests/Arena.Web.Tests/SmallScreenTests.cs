namespace Arena.Web.Tests;

/// <summary>On small phones, and on phones held sideways, what has to be pressed is in sight.</summary>
[Collection(GalleryAlone.Name)]
public sealed class SmallScreenTests(Chromium chromium)
{
    [Theory]
    [InlineData("player-asking-wordy", 740, 360, "[data-answer]")]
    [InlineData("player-asking-wordy", 320, 568, "[data-answer]")]
    [InlineData("player-asking-4", 740, 360, "[data-answer]")]
    [InlineData("player-asking-8", 740, 360, "[data-answer]")]
    [InlineData("entry-name-teams-long", 360, 740, "[data-testid=nickname-submit]")]
    [InlineData("entry-name-teams", 320, 568, "[data-testid=nickname-submit]")]
    public async Task What_has_to_be_pressed_is_in_sight_without_scrolling(string story, int width, int height, string target)
    {
        var gallery = await Gallery.OpenAsync(chromium.Browser, "en", width, height);
        await gallery.StoriesAsync();
        await gallery.ShowAsync(story);
        var bottoms = await gallery.Page.Locator($"main {target}").EvaluateAllAsync<double[]>(
            "elements => elements.map((element) => element.getBoundingClientRect().bottom)");
        Assert.NotEmpty(bottoms);
        Assert.All(bottoms, bottom => Assert.InRange(bottom, 1, height));
        await gallery.Page.Context.CloseAsync();
    }
}
