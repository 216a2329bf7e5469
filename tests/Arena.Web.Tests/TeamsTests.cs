using System.Text.RegularExpressions;

namespace Arena.Web.Tests;

/// <summary>A game of teams: chosen or given, moved, compared.</summary>
public sealed class TeamsTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Triangles = 0;
    private const int Diamonds = 1;

    [Fact]
    public async Task Players_choose_a_team_or_are_put_into_the_smallest_the_host_moves_one_and_averages_decide()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        await host.At("play").ClickAsync();
        await host.At("setting-questionCount").FillAsync("2");
        await host.At("setting-shuffle").UncheckAsync();
        await host.At("settings-more").ClickAsync();
        await host.At("setting-teams").SelectOptionAsync("2");
        await host.At("setting-untimed").CheckAsync();
        await host.At("launch").ClickAsync();
        var code = await host.CodeAsync();
        var (ada, bruno, chloe) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync(), await Fixture.PlayerAsync());
        await ada.FollowLinkAsync(code);
        await ada.At($"team-{Diamonds}").CheckAsync();
        await ada.NameAsync("Ada");
        await Assertions.Expect(ada.At("own-team")).ToContainTextAsync("Yellow diamonds");
        await bruno.JoinAsync(code, "Bruno");
        await Assertions.Expect(bruno.At("own-team")).ToContainTextAsync("Blue triangles");
        await chloe.FollowLinkAsync(code);
        await chloe.At($"team-{Diamonds}").CheckAsync();
        await chloe.NameAsync("Chloé");
        await Assertions.Expect(TeamOf(host, Diamonds).Locator("li")).ToHaveTextAsync(["Chloé", "Ada"]);
        await Assertions.Expect(TeamOf(host, Triangles).Locator("li")).ToHaveTextAsync(["Bruno"]);
        await host.At("control-roster").ClickAsync();
        await host.At("roster-line").Filter(new() { HasText = "Chloé" }).GetByTestId("manage").ClickAsync();
        await host.At("move-team").SelectOptionAsync("Blue triangles");
        await Assertions.Expect(chloe.At("own-team")).ToContainTextAsync("Blue triangles");
        await host.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(TeamOf(host, Triangles).Locator("li")).ToHaveTextAsync(["Chloé", "Bruno"]);

        // A right answer earns 1,000 points: one of two in the triangles, and the diamonds' only player.
        var right = QuizFile.Questions[0].Correct;
        await host.NextAsync();
        await ada.AnswerAsync(0, right);
        await bruno.AnswerAsync(0, right);
        await chloe.AnswerAsync(0, right == 0 ? 1 : 0);
        await chloe.SeesResultAsync(0, "wrong");
        await host.NextAsync();
        await host.SeesAsync("standings", 0);
        await Assertions.Expect(host.At("team-line").First).ToHaveAttributeAsync("data-team", $"{Diamonds}");
        Assert.Equal([1_000, 500], await ScoresAsync(host.Page));
        await Assertions.Expect(chloe.At("team-line")).ToContainTextAsync(["Blue triangles"]);
        await Assertions.Expect(chloe.At("team-line").Locator(".rank")).ToHaveTextAsync("2");
        await Screenshots.TakeAsync(host.Page, "host-standings-teams");

        right = QuizFile.Questions[1].Correct;
        await host.NextAsync();
        await ada.AnswerAsync(1, right == 0 ? 1 : 0);
        await bruno.AnswerAsync(1, right);
        await chloe.AnswerAsync(1, right);
        await bruno.SeesResultAsync(1, "right");
        await host.NextAsync();
        await host.SeesAsync("podium");
        await ada.SeesAsync("podium");
        // Bruno has two right answers in a row, for which there is a bonus of 100.
        await Assertions.Expect(ada.At("team-line").First).ToHaveAttributeAsync("data-team", $"{Triangles}");
        Assert.Equal([1_550, 1_000], await ScoresAsync(ada.Page));
        foreach (var page in (IPage[])[host.Page, ada.Page])
            await Assertions.Expect(page.GetByTestId("podium-place")).ToHaveTextAsync([new Regex("Blue triangles.*1,550"), new Regex("Yellow diamonds.*1,000")]);
        await Screenshots.TakeAsync(host.Page, "host-podium-teams");
        var download = await host.Page.RunAndWaitForDownloadAsync(() => host.At("save-results").ClickAsync());
        var table = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains("1,Bruno,2100,Blue triangles\r\n", table, StringComparison.Ordinal);
        Assert.Contains("1,Blue triangles,1550,2\r\n2,Yellow diamonds,1000,1\r\n", table, StringComparison.Ordinal);
        Assert.Empty(Fixture.Complaints);
    }

    private static ILocator TeamOf(HostPage host, int team) => host.Page.Locator($"[data-testid=team][data-team='{team}']");

    private static async Task<IEnumerable<int>> ScoresAsync(IPage page) =>
        (await page.GetByTestId("team-line").Locator(".score").AllInnerTextsAsync()).Select(text => Numbers.In(text)[0]);
}
