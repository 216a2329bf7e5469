using System.Text.Json;
using Arena.Game.Vocabulary;

namespace Arena.Web.Tests;

/// <summary>What the room looks at can be read from its last row, and nothing of it is below the edge.</summary>
public sealed class ProjectorTests(Chromium chromium)
{
    [Theory]
    [InlineData("screen-lobby", ".at", 44)]
    [InlineData("screen-asking-4", "header .code", 44)]
    [InlineData("screen-asking-4", "[data-answer]", 56)]
    [InlineData("screen-asking-8", "[data-answer]", 56)]
    [InlineData("screen-asking-wordy", "[data-answer]", 33)]
    [InlineData("screen-reveal", "[data-answer]", 56)]
    [InlineData("screen-standings", "header .code", 44)]
    [InlineData("screen-standings", "[data-testid=ranking] .name", 56)]
    public async Task Text_is_so_large_on_Full_HD_and_twice_as_large_on_twice_as_many_pixels(string story, string text, double least)
    {
        var (size, fits) = await MeasureAsync(story, text, 1920, 1080);
        Assert.InRange(size, least, 2 * least);
        Assert.True(fits, $"{story} is higher than the screen.");
        var (doubled, _) = await MeasureAsync(story, text, 3840, 2160);
        Assert.InRange(doubled, 1.95 * size, 2.05 * size);
    }

    [Theory]
    [InlineData("screen-podium")]
    [InlineData("screen-asking-long")]
    [InlineData("screen-asking-wordy")]
    [InlineData("screen-reveal-wordy")]
    [InlineData("screen-race-standings")]
    [InlineData("screen-race-standings-teams")]
    public async Task Nothing_is_below_the_edge_of_the_wall(string story)
    {
        Assert.True((await MeasureAsync(story, "h1", 1920, 1080)).Fits);
        Assert.True((await MeasureAsync(story, "h1", 1280, 720)).Fits);
        Assert.True((await MeasureAsync(story, "h1", 1024, 768)).Fits);
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1280, 720)]
    public async Task No_question_of_any_type_and_no_result_is_below_the_edge_of_the_wall(int width, int height)
    {
        var gallery = await OpenAsync("screen-lobby", width, height);
        List<string> high = [];
        foreach (var type in Enum.GetNames<QuestionType>())
        {
            foreach (var phase in (string[])["", "-reveal"])
            {
                var story = $"screen-{JsonNamingPolicy.KebabCaseLower.ConvertName(type)}{phase}";
                await gallery.ShowAsync(story);
                await Assertions.Expect(gallery.Page.Locator($"[data-type={JsonNamingPolicy.CamelCase.ConvertName(type)}]")).ToBeVisibleAsync();
                if (await gallery.Page.EvaluateAsync<bool>("() => document.documentElement.scrollHeight > innerHeight"))
                    high.Add(story);
            }
        }
        Assert.Empty(high);
        await gallery.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Buttons_are_large_enough_to_press_on_an_old_projector_too()
    {
        var gallery = await OpenAsync("screen-lobby", 1024, 768);
        var sizes = await gallery.Page.Locator(".ends button").EvaluateAllAsync<double[]>(
            "buttons => buttons.flatMap((button) => { const { width, height } = button.getBoundingClientRect(); return [width, height]; })");
        Assert.All(sizes, size => Assert.InRange(size, 24, 200));
        await gallery.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_ended_game_shows_no_invitation_and_buttons_hide_until_a_pointer_moves()
    {
        var gallery = await OpenAsync("screen-podium", 1920, 1080);
        await Assertions.Expect(gallery.Page.Locator("header .code")).ToHaveCountAsync(0);
        await Assertions.Expect(gallery.Page.GetByTestId("fullscreen")).ToHaveCSSAsync("opacity", "1");
        await Assertions.Expect(gallery.Page.Locator(".ends")).ToHaveCSSAsync("opacity", "0");
        await gallery.Page.Mouse.MoveAsync(200, 200);
        await Assertions.Expect(gallery.Page.Locator(".ends")).ToHaveCSSAsync("opacity", "1");
        await gallery.Page.Context.CloseAsync();
    }

    private async Task<(double Size, bool Fits)> MeasureAsync(string story, string text, int width, int height)
    {
        var gallery = await OpenAsync(story, width, height);
        var measured = await gallery.Page.Locator(text).First.EvaluateAsync<JsonElement>(
            """
            (element) => ({
              size: parseFloat(getComputedStyle(element).fontSize),
              fits: document.documentElement.scrollHeight <= innerHeight,
            })
            """);
        await gallery.Page.Context.CloseAsync();
        return (measured.GetProperty("size").GetDouble(), measured.GetProperty("fits").GetBoolean());
    }

    private async Task<Gallery> OpenAsync(string story, int width, int height)
    {
        var gallery = await Gallery.OpenAsync(chromium.Browser, "en", width, height);
        await gallery.StoriesAsync();
        await gallery.ShowAsync(story);
        return gallery;
    }
}
