using System.Text;
using System.Text.RegularExpressions;

namespace Arena.Web.Tests;

/// <summary>The pages Games and report, and the public summary, while a game is played and after it.</summary>
public sealed partial class ReportPageTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Questions = 2;

    [Fact]
    public async Task A_report_follows_its_game_is_sorted_by_keys_saved_printed_and_shared()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        var code = await host.LaunchAsync(Questions, isBrief: true);
        var (ada, bruno) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync());
        await ada.JoinAsync(code, "Ada");
        await bruno.JoinAsync(code, "=Bruno");

        // Another page of the same browser finds the running game.
        var report = new HostPage(await host.Page.Context.NewPageAsync());
        await report.Page.GotoAsync("/games");
        await Assertions.Expect(report.At("running-games").GetByTestId("game")).ToHaveCountAsync(1);
        Assert.Empty(await Axe.ViolationsAsync(report.Page, "games"));
        await report.At("open-report").ClickAsync();
        await Assertions.Expect(report.At("game-report")).ToHaveAttributeAsync("data-over", "false");
        var right = QuizFile.Questions[0].Correct;
        await host.NextAsync();
        await host.SeesAsync("asking", 0);
        await ada.AnswerAsync(0, right);
        await bruno.AnswerAsync(0, right == 0 ? 1 : 0);
        await host.SeesAsync("reveal", 0);
        await Assertions.Expect(report.At("player")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        await Assertions.Expect(report.At("player").First).ToContainTextAsync("Ada");

        await host.NextAsync();
        await host.SeesAsync("standings", 0);
        await host.NextAsync();
        await host.SeesAsync("asking", 1);
        await ada.AnswerAsync(1, QuizFile.Questions[1].Correct);
        await host.NextAsync();
        await host.SeesAsync("reveal", 1);
        await host.NextAsync();
        await host.SeesAsync("podium");
        await Assertions.Expect(report.At("game-report")).ToHaveAttributeAsync("data-over", "true", new() { Timeout = 30_000 });
        await Assertions.Expect(report.At("question")).ToHaveCountAsync(Questions);

        // By keys: the heading sorts, and says so.
        await report.At("sort-name").FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(report.At("player").First).ToContainTextAsync("=Bruno");
        await Assertions.Expect(report.Page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("Name");
        await report.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(report.At("player").First).ToContainTextAsync("Ada");
        await report.At("question").First.Locator("summary").ClickAsync();
        await Assertions.Expect(report.At("histogram")).ToBeVisibleAsync();
        Assert.Empty(await Axe.ViolationsAsync(report.Page, "report"));
        await Screenshots.TakeWholeAsync(report.Page, "report");

        var csv = await DownloadAsync(report, "save-csv");
        Assert.Contains(",'=Bruno,", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        var workbook = await DownloadAsync(report, "save-xlsx");
        Assert.Equal("PK", Encoding.ASCII.GetString(workbook, 0, 2));
        await File.WriteAllBytesAsync(Screenshots.At("report.xlsx"), workbook);
        var pdf = await report.Page.PdfAsync(new() { Path = Screenshots.At("report.pdf"), Format = "A4", Landscape = true, PrintBackground = true });
        Assert.Equal("%PDF", Encoding.ASCII.GetString(pdf, 0, 4));

        await report.At("make-summary-link").ClickAsync();
        var link = await report.At("summary-link").InputValueAsync();
        Assert.Matches(Summary(), link);
        var visitor = await Fixture.PlayerAsync();
        await visitor.Page.GotoAsync(link);
        await Assertions.Expect(visitor.At("summary").GetByTestId("question")).ToHaveCountAsync(Questions);
        await Assertions.Expect(visitor.At("summary")).Not.ToContainTextAsync("Ada");
        await Assertions.Expect(visitor.Page.Locator("meta[name=robots]")).ToHaveAttributeAsync("content", "noindex");
        Assert.Empty(await Axe.ViolationsAsync(visitor.Page, "summary"));
        await report.At("withdraw-summary-link").ClickAsync();
        await Assertions.Expect(report.At("make-summary-link")).ToBeVisibleAsync();
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.At("summary-missing")).ToBeVisibleAsync();

        // The same game among those of the host, and among those of its quiz.
        await report.Page.GotoAsync("/games");
        await report.At("open-trend").ClickAsync();
        await Assertions.Expect(report.At("month")).ToHaveCountAsync(1);
        Assert.Empty(await Axe.ViolationsAsync(report.Page, "games over time"));
        await Screenshots.TakeWholeAsync(report.Page, "trend-host");
        await report.At("played-quiz").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(report.At("question")).ToHaveCountAsync(Questions);
        Assert.Empty(await Axe.ViolationsAsync(report.Page, "quiz over time"));
        await report.Page.SetViewportSizeAsync(360, 740);
        await report.At("period").SelectOptionAsync("36");
        await Assertions.Expect(report.At("period")).ToHaveValueAsync("36");
        Assert.Equal(360, await report.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Screenshots.TakeWholeAsync(report.Page, "trend-quiz-phone");
        await report.Page.GotoAsync("/host");
        await report.At("more").ClickAsync();
        await report.At("trend-link").ClickAsync();
        await Assertions.Expect(report.At("question")).ToHaveCountAsync(Questions);
    }

    [Fact]
    public async Task A_browser_that_only_holds_the_host_key_has_the_report_too()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        var code = await host.LaunchAsync(1, isBrief: true);
        var key = await host.KeyAsync(code);
        var remote = await Fixture.HostAsync();
        await remote.Page.GotoAsync("/games");
        await Assertions.Expect(remote.At("no-games")).ToBeVisibleAsync();
        await remote.Page.EvaluateAsync("([code, hostKey]) => localStorage.setItem(`arena.host.${code}`, JSON.stringify({ hostKey }))", new[] { code, key });
        await remote.Page.ReloadAsync();
        await remote.At("open-report").ClickAsync();
        await Assertions.Expect(remote.At("game-report")).ToBeVisibleAsync();

        var stranger = await Fixture.HostAsync();
        await stranger.Page.GotoAsync(remote.Page.Url);
        await Assertions.Expect(stranger.At("report-missing")).ToBeVisibleAsync();
    }

    private static async Task<byte[]> DownloadAsync(HostPage page, string button)
    {
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.At(button).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    [GeneratedRegex("/summary/[A-Za-z0-9_-]{32}$")]
    private static partial Regex Summary();
}
