using System.Text.RegularExpressions;
using Arena.TestKit.Processes;

namespace Arena.Web.Tests;

/// <summary>A game within the page of another site.</summary>
public sealed partial class ScreenLinkTests(Chromium chromium) : BrowserTest(chromium)
{
    private readonly Chromium _chromium = chromium;

    [Fact]
    public async Task A_page_of_a_named_origin_shows_the_game_live_until_the_link_is_withdrawn()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        var code = await host.LaunchAsync(1, isBrief: true);
        var link = await MakeLinkAsync(host);
        var (ada, bruno) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync());
        await ada.JoinAsync(code, "Ada");

        await using var context = await _chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 720 } });
        using var site = new FramingSite(SharedGateway.FramingOrigin);
        var game = await FramedAsync(await context.NewPageAsync(), SharedGateway.FramingOrigin, link);
        await Assertions.Expect(game.GetByTestId("join-code")).ToHaveTextAsync(Patterns.Code());
        await Assertions.Expect(game.GetByTestId("names")).ToHaveTextAsync("Ada");
        await bruno.JoinAsync(code, "Bruno");
        await Assertions.Expect(game.GetByTestId("names").Locator("li")).ToHaveCountAsync(2);
        await Assertions.Expect(game.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Assertions.Expect(game.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        await Screenshots.TakeAsync(context.Pages[0], "framed-lobby");

        await host.NextAsync();
        var projector = game.GetByTestId("projector");
        await Assertions.Expect(projector).ToHaveAttributeAsync("data-phase", "asking");
        await Screenshots.TakeAsync(context.Pages[0], "framed-question");
        await ada.AnswerAsync(0, 0);
        await bruno.AnswerAsync(0, 0);
        await Assertions.Expect(projector).ToHaveAttributeAsync("data-phase", "reveal");
        await host.SeesAsync("reveal", 0);
        await host.NextAsync();
        await Assertions.Expect(projector).ToHaveAttributeAsync("data-phase", "podium");

        await (await host.MoreAsync("control-devices")).ClickAsync();
        await host.At("withdraw-screen-link").ClickAsync();
        await Assertions.Expect(game.GetByTestId("watch-gone")).ToBeVisibleAsync();
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task Other_sites_frame_neither_the_link_nor_a_named_origin_any_other_page()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        var code = await host.LaunchAsync(1, isBrief: true);
        var link = await MakeLinkAsync(host);
        var foreign = $"http://localhost:{FreePorts.Next()}";
        using var named = new FramingSite(SharedGateway.FramingOrigin);
        using var other = new FramingSite(foreign);
        foreach (var (origin, page) in ((string, string)[])
            [
                (foreign, link),
                (SharedGateway.FramingOrigin, new Uri(new Uri(link), $"/host/{code}").ToString()),
                (SharedGateway.FramingOrigin, new Uri(new Uri(link), $"/j/{code}").ToString()),
            ])
        {
            await using var context = await _chromium.Browser.NewContextAsync();
            var framing = await context.NewPageAsync();
            var refused = framing.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text.Contains("frame-ancestors", StringComparison.Ordinal) });
            var frame = await FramedAsync(framing, origin, page);
            await refused;
            await Assertions.Expect(frame.Locator("[data-testid]")).ToHaveCountAsync(0);
        }
    }

    private static async Task<string> MakeLinkAsync(HostPage host)
    {
        await (await host.MoreAsync("control-devices")).ClickAsync();
        await host.At("make-screen-link").ClickAsync();
        var link = await host.At("screen-link").InputValueAsync();
        Assert.Matches(Watched(), link);
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "screens"));
        await host.Page.Keyboard.PressAsync("Escape");
        return link;
    }

    private static async Task<IFrameLocator> FramedAsync(IPage page, string origin, string link)
    {
        await page.GotoAsync($"{origin}/?link={Uri.EscapeDataString(link)}");
        return page.FrameLocator("iframe");
    }

    [GeneratedRegex("/s/[A-Za-z0-9_-]{32}$")]
    private static partial Regex Watched();
}
