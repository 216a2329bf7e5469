namespace Arena.Web.Tests;

/// <summary>What a newcomer does first: looks, tries Arena alone, plays a sample.</summary>
public sealed class StartTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_newcomer_tries_a_whole_game_alone()
    {
        var host = await Fixture.HostAsync();
        await host.Page.GotoAsync("/");
        await Assertions.Expect(host.At("code-input")).ToBeVisibleAsync();
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "start page"));
        await Screenshots.TakeAsync(host.Page, "start");

        await host.At("try-link").ClickAsync();
        var phone = host.Page.FrameLocator("[data-testid=phone]");
        await phone.GetByTestId("nickname-submit").ClickAsync();
        await Assertions.Expect(host.Names).ToHaveCountAsync(4);
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "trial"));
        await Screenshots.TakeAsync(host.Page, "trial-lobby");

        await host.NextAsync();
        await host.SeesAsync("asking", 0);
        await phone.GetByTestId("answer-0").ClickAsync();
        await Screenshots.TakeAsync(host.Page, "trial-question");
        // The simulated players answer by themselves, so that the question ends.
        await host.SeesAsync("reveal", 0);
        await Assertions.Expect(phone.GetByTestId("player")).ToHaveAttributeAsync("data-phase", "reveal");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_sample_is_played_with_four_clicks_and_is_not_made_twice()
    {
        var host = await Fixture.HostAsync();
        await host.Page.GotoAsync("/");
        await host.At("host-link").ClickAsync();
        await Assertions.Expect(host.At("sample")).ToHaveCountAsync(5);
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "samples"));
        await Screenshots.TakeAsync(host.Page, "samples");
        await host.At("sample-play").First.ClickAsync();
        await host.At("launch").ClickAsync();
        await host.CodeAsync();
        await host.At("control-next").WaitForAsync();

        await host.Page.GotoAsync("/host");
        await host.At("samples-open").ClickAsync();
        await host.At("sample-play").First.ClickAsync();
        await Assertions.Expect(host.At("launch-dialog")).ToBeVisibleAsync();
        await host.Page.GotoAsync("/host");
        await Assertions.Expect(host.At("quiz")).ToHaveCountAsync(1);
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_host_finds_the_own_pages_in_the_header_and_keeps_the_theme_that_was_chosen()
    {
        var host = await Fixture.HostAsync();
        await host.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await host.Page.GotoAsync("/host");
        foreach (var (link, path) in ((string, string)[])[("games-link", "/games"), ("public-link", "/public"), ("quizzes-link", "/host")])
        {
            await host.At(link).ClickAsync();
            await Assertions.Expect(host.Page).ToHaveURLAsync(new Uri(Fixture.Arena.Address, path).ToString());
            await Assertions.Expect(host.At(link)).ToHaveAttributeAsync("aria-current", "page");
        }

        var paper = await PaperAsync();
        await host.At("theme").ClickAsync();
        await Assertions.Expect(host.At("theme")).ToHaveAttributeAsync("aria-pressed", "true");
        var dark = await PaperAsync();
        Assert.NotEqual(paper, dark);
        await host.Page.ReloadAsync();
        await Assertions.Expect(host.At("theme")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal(dark, await PaperAsync());
        await host.At("theme").ClickAsync();
        await Assertions.Expect(host.At("theme")).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Equal(paper, await PaperAsync());
        Assert.Empty(Fixture.Complaints);

        Task<string> PaperAsync() => host.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor");
    }
}
