using System.Text.Json;
using Arena.Game.Vocabulary;

namespace Arena.Web.Tests;

/// <summary>What the room looks at can be read from its last row, and nothing of it is below the edge.</summary>
public sealed class ProjectorTests(Chromium chromium)
{
    /// <summary>A television of 65 inches, 16:9, seen from the last row.</summary>
    private const double TelevisionWidth = 1.439, TelevisionHeight = 0.8094, DistanceMetres = 10;

    /// <summary>The share of a font's size that a capital letter is high.</summary>
    private const double CapitalHeight = 0.7;

    private static readonly (int Width, int Height)[] Screens = [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160)];

    /// <summary>Story, text, and the least minutes of arc of its capital letters: 5 is what a healthy eye can read, 16 what ISO 9241-303 asks for.</summary>
    private static readonly (string Story, string Text, double Least)[] Texts =
    [
        ("screen-lobby", ".at", 8),
        ("screen-lobby", "[data-testid=join-code]", 24),
        ("screen-asking-4", "[data-testid=prompt]", 16),
        ("screen-asking-4", "[data-answer] .label", 12),
        ("screen-asking-4", "header .code strong", 8),
        ("screen-asking-8", "[data-testid=prompt]", 16),
        ("screen-asking-8", "[data-answer] .label", 12),
        ("screen-true-false", "[data-answer] .label", 12),
        ("screen-multiple-choice", "[data-testid=prompt]", 16),
        ("screen-multiple-choice", "[data-answer] .label", 12),
        ("screen-picture", "[data-testid=prompt]", 15.5),
        ("screen-picture", "[data-answer] .label", 12),
        ("screen-reveal", "[data-testid=prompt]", 15.5),
        ("screen-reveal", "[data-correct=true] .label", 12),
        ("screen-reveal", "header .code strong", 8),
        ("screen-standings", "[data-testid=ranking] .name", 10),
        ("screen-standings", "header .code strong", 8),
        ("screen-picture-wordy", "[data-answer] .label", 6),
        ("screen-asking-wordy", "[data-testid=prompt]", 5.5),
        ("screen-asking-wordy", "[data-answer] .label", 5.5),
        ("screen-asking-long", "[data-answer] .label", 4.5),
    ];

    [Fact]
    public async Task The_last_row_can_read_every_text_on_every_screen_and_none_is_below_its_edge()
    {
        var minutes = new double[Texts.Length, Screens.Length];
        List<string> faults = [];
        foreach (var (column, (width, height)) in Screens.Index())
        {
            var gallery = await OpenAsync("screen-lobby", width, height);
            foreach (var (row, (story, text, least)) in Texts.Index())
            {
                await gallery.ShowAsync(story);
                var measured = await gallery.Page.Locator(text).First.EvaluateAsync<JsonElement>(Measuring);
                minutes[row, column] = MinutesOfArc(measured.GetProperty("size").GetDouble(), width, height);
                if (minutes[row, column] < least)
                    faults.Add($"{story} {text} at {width}x{height}: {minutes[row, column]:F1}', not {least}'");
                if (!measured.GetProperty("fits").GetBoolean())
                    faults.Add($"{story} is higher than {width}x{height}");
            }
            await gallery.Page.Context.CloseAsync();
        }
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"{"text",-50} {"least",6} {string.Concat(Screens.Select(screen => $"{screen.Width + "x" + screen.Height,10}"))}");
        foreach (var (row, (story, text, least)) in Texts.Index())
            output.WriteLine($"{story + " " + text,-50} {least,5:F1}' {string.Concat(Screens.Select((_, column) => $"{minutes[row, column],9:F1}'"))}");
        Assert.True(faults is [], string.Join('\n', faults));
    }

    [Theory]
    [InlineData("screen-podium")]
    [InlineData("screen-reveal-wordy")]
    [InlineData("screen-race-standings")]
    [InlineData("screen-race-standings-teams")]
    [InlineData("screen-survivor-standings")]
    public async Task Nothing_is_below_the_edge_of_the_wall(string story)
    {
        foreach (var (width, height) in Screens.Append((1280, 720)))
            Assert.True(await FitsAsync(story, width, height), $"{width}x{height}");
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1280, 720)]
    [InlineData(1024, 768)]
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

    private const string Measuring =
        """
        (element) => ({
          size: parseFloat(getComputedStyle(element).fontSize),
          fits: document.documentElement.scrollHeight <= innerHeight,
        })
        """;

    /// <summary>As the television shows a picture of that shape: whole, as large as it can.</summary>
    private static double MinutesOfArc(double fontPixels, int width, int height)
    {
        var metresAPixel = Math.Min(TelevisionWidth / width, TelevisionHeight / height);
        return Math.Atan(fontPixels * CapitalHeight * metresAPixel / DistanceMetres) * 180 * 60 / Math.PI;
    }

    private async Task<bool> FitsAsync(string story, int width, int height)
    {
        var gallery = await OpenAsync(story, width, height);
        var measured = await gallery.Page.Locator("h1").First.EvaluateAsync<JsonElement>(Measuring);
        await gallery.Page.Context.CloseAsync();
        return measured.GetProperty("fits").GetBoolean();
    }

    private async Task<Gallery> OpenAsync(string story, int width, int height)
    {
        var gallery = await Gallery.OpenAsync(chromium.Browser, "en", width, height);
        await gallery.StoriesAsync();
        await gallery.ShowAsync(story);
        return gallery;
    }
}
