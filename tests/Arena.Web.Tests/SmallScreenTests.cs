namespace Arena.Web.Tests;

/// <summary>On small phones, and on phones held sideways, buttons that must be pressed are in sight.</summary>
public sealed class SmallScreenTests(Chromium chromium)
{
    [Theory]
    [InlineData("player-asking-wordy", 740, 360, "[data-answer]")]
    [InlineData("player-asking-wordy", 320, 568, "[data-answer]")]
    [InlineData("player-asking-4", 740, 360, "[data-answer]")]
    [InlineData("player-asking-8", 740, 360, "[data-answer]")]
    [InlineData("entry-name-teams-long", 360, 740, "[data-testid=nickname-submit]")]
    [InlineData("entry-name-teams", 320, 568, "[data-testid=nickname-submit]")]
    public async Task Required_buttons_are_visible_without_scrolling(string story, int width, int height, string target)
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

    [Theory]
    [InlineData("en", 1280, 800)]
    [InlineData("fr", 1280, 800)]
    [InlineData("es", 1280, 800)]
    public async Task The_host_s_controls_are_in_one_row_on_a_laptop(string language, int width, int height)
    {
        var gallery = await Gallery.OpenAsync(chromium.Browser, language, width, height);
        await gallery.StoriesAsync();
        await gallery.ShowAsync("host-asking-4");
        var middles = await gallery.Page.GetByTestId("controls").Locator("button, summary").EvaluateAllAsync<double[]>(
            "buttons => buttons.filter((button) => button.checkVisibility()).map((button) => { const { top, bottom } = button.getBoundingClientRect(); return (top + bottom) / 2; })");
        Assert.NotEmpty(middles);
        Assert.InRange(middles.Max() - middles.Min(), 0, 2);
        await gallery.Page.Context.CloseAsync();
    }
}
