namespace Arena.Web.Tests;

/// <summary>The next game with the same players: from one button of the host.</summary>
public sealed class RematchPageTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_rematch_takes_everyone_along_without_a_new_join_and_shows_all_games_at_its_end()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        var code = await host.LaunchAsync(1, isBrief: true);
        var projector = await host.Page.Context.NewPageAsync();
        await projector.GotoAsync($"/host/{code}/screen");
        await (await host.MoreAsync("control-devices")).ClickAsync();
        await host.At("show-remote").ClickAsync();
        var remote = new RemotePage((await Fixture.PlayerAsync()).Page);
        await remote.Page.GotoAsync((await host.At("remote-link").GetAttributeAsync("href"))!);
        await remote.SeesAsync("lobby");
        await host.Page.Keyboard.PressAsync("Escape");
        var (ada, bruno) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync("fr-FR"));
        await ada.JoinAsync(code, "Ada");
        await bruno.JoinAsync(code, "Bruno");
        await PlayAsync(host, ada, bruno);
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "podium with a rematch"));

        await host.At("rematch").ClickAsync();
        await host.SeesAsync("lobby");
        var next = await host.CodeAsync();
        Assert.NotEqual(code, next);
        await ada.SeesLobbyAsync("Ada");
        await bruno.SeesLobbyAsync("Bruno");
        await Assertions.Expect(ada.Page).ToHaveURLAsync($"/j/{next}");
        await Assertions.Expect(projector).ToHaveURLAsync($"/host/{next}/screen");
        // A phone has no key of the next game until it asks for one.
        await Assertions.Expect(remote.Page).ToHaveURLAsync($"/host/{next}/remote");
        await remote.SeesAsync("lobby");
        await Assertions.Expect(ada.At("own-series")).ToContainTextAsync("point");
        await Assertions.Expect(host.Names).ToHaveCountAsync(2);
        await Screenshots.TakeAsync(ada.Page, "rematch-lobby-phone");
        await Screenshots.TakeAsync(host.Page, "rematch-lobby");

        await ada.Page.ReloadAsync();
        await ada.SeesLobbyAsync("Ada");
        await PlayAsync(host, ada, bruno);
        await Assertions.Expect(host.At("series").Locator("li")).ToHaveCountAsync(2);
        await Assertions.Expect(bruno.At("own-series")).ToBeVisibleAsync();
        Assert.Empty(await Axe.ViolationsAsync(ada.Page, "podium of a series"));
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "podium of a series"));
        await Screenshots.TakeWholeAsync(host.Page, "series-podium");
        await Screenshots.TakeWholeAsync(bruno.Page, "series-podium-phone-fr");

        await host.At("next-quiz").ClickAsync();
        await Assertions.Expect(host.At("comes-along")).ToBeVisibleAsync();
        await host.LaunchAsync(1, isBrief: true);
        await ada.SeesLobbyAsync("Ada");
        await Assertions.Expect(ada.Page).ToHaveURLAsync($"/j/{await host.CodeAsync()}");
        Assert.Empty(Fixture.Complaints);
    }

    private static async Task PlayAsync(HostPage host, PlayerPage right, PlayerPage wrong)
    {
        await host.NextAsync();
        await host.SeesAsync("asking", 0);
        await right.AnswerAsync(0, 1);
        await wrong.AnswerAsync(0, 0);
        await host.SeesAsync("reveal", 0);
        await host.NextAsync();
        await host.SeesAsync("podium");
    }
}
