namespace Arena.Web.Tests;

/// <summary>The end of a game: the wall shows place by place, and phones do not tell before it has.</summary>
public sealed class FinaleTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int FinaleMs = 20_000;

    [Theory]
    [InlineData("en-GB", "Look up!", "You won!")]
    [InlineData("fr-FR", "Levez les yeux\u00a0!", "Vous avez gagné\u00a0!")]
    public async Task Phones_wait_until_the_wall_has_shown_all_places(string locale, string lookUp, string won)
    {
        Fixture.FinaleMs = FinaleMs;
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        var code = await host.LaunchAsync(1, isBrief: true);
        var players = new List<PlayerPage>();
        foreach (var name in (string[])["Ada", "Bruno", "Chloé"])
        {
            players.Add(await Fixture.PlayerAsync(locale));
            await players[^1].JoinAsync(code, name);
        }
        // Only time that a test moves passes while places are shown.
        foreach (var page in (IPage[])[host.Page, .. players.Select(player => player.Page)])
            await page.Clock.InstallAsync();
        await host.NextAsync();
        var right = QuizFile.Questions[0].Correct;
        await players[0].AnswerAsync(0, right);
        await players[1].AnswerAsync(0, right);
        await players[2].AnswerAsync(0, right == 0 ? 1 : 0);
        await players[0].SeesResultAsync(0, "right");
        await host.NextAsync();
        await host.SeesAsync("podium");

        await Assertions.Expect(host.At("podium-hidden").First).ToBeVisibleAsync();
        await Screenshots.TakeAsync(host.Page, "host-finale");
        foreach (var player in players)
            await Assertions.Expect(player.At("look-up")).ToContainTextAsync(lookUp);
        Assert.Empty(await Axe.ViolationsAsync(players[0].Page, "look up"));
        await Screenshots.TakeAsync(players[0].Page, $"player-look-up-{locale}");
        await players[0].Page.ReloadAsync();
        await Assertions.Expect(players[0].At("look-up")).ToBeVisibleAsync();

        foreach (var page in (IPage[])[host.Page, .. players.Select(player => player.Page)])
            await page.Clock.FastForwardAsync(FinaleMs);
        await Assertions.Expect(host.At("podium-place")).ToHaveCountAsync(3);
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "podium after a finale"));
        await Assertions.Expect(players[0].At("game-over").Locator("h1")).ToHaveTextAsync(won);
        Assert.Empty(Fixture.Complaints);
    }
}
