namespace Arena.Web.Tests;

/// <summary>A game with each power-up: Ada is last, comes back, and uses on the last question the one that this brings, with a refresh in the middle.</summary>
public sealed class PowerUpsTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly string[] Kinds = ["doublePoints", "fiftyFifty", "extraTime", "streakFreeze", "secondChance", "shield"];

    private static string Letters => Repository.At("tests", "Arena.Web.Tests", "fixtures", "power-ups.json");

    [Fact]
    public async Task Double_points_double_the_last_question_in_french()
    {
        var (host, ada, bruno) = await EarnAsync("doublePoints", "fr-FR");
        await Assertions.Expect(ada.At("power-up-doublePoints")).ToContainTextAsync("Points doublés");
        await UseAsync(ada, "doublePoints");
        await Assertions.Expect(ada.At("power-up-in-effect")).ToContainTextAsync("rapporte le double");
        await ada.AnswerAsync(2, 0);
        await bruno.AnswerAsync(2, 0);
        Assert.Equal(2_000, await ada.SeesResultAsync(2, "right"));
        await Assertions.Expect(ada.At("power-up-used")).ToHaveTextAsync("Bonus utilisé\u00a0: Points doublés");
        await Assertions.Expect(host.At("stage-power-ups")).ToHaveTextAsync("1 power-up used");
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "a reveal with power-ups"));
        await Screenshots.TakeAsync(host.Page, "power-ups-stage");
        await host.NextAsync();
        await Assertions.Expect(host.At("rounds")).ToContainTextAsync("1 power-up used");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_5050_removes_two_wrong_options_which_stay_removed_after_a_refresh()
    {
        var (_, ada, bruno) = await EarnAsync("fiftyFifty");
        await UseAsync(ada, "fiftyFifty");
        await Assertions.Expect(ada.Page.Locator("button.removed")).ToHaveCountAsync(2);
        var removed = await ada.Page.Locator("button.removed").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.answer)");
        Assert.DoesNotContain("0", removed);
        await ada.Page.ReloadAsync();
        await Assertions.Expect(ada.Page.Locator("button.removed")).ToHaveCountAsync(2);
        Assert.Equal(removed, await ada.Page.Locator("button.removed").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.answer)"));
        Assert.Empty(await Axe.ViolationsAsync(ada.Page, "removed options"));
        await Screenshots.TakeAsync(ada.Page, "power-ups-5050");
        await ada.AnswerAsync(2, 0);
        await bruno.AnswerAsync(2, 0);
        await ada.SeesResultAsync(2, "right");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task Extra_time_shows_on_the_clock_of_the_player_alone()
    {
        var (_, ada, bruno) = await EarnAsync("extraTime");
        await UseAsync(ada, "extraTime");
        await Assertions.Expect(ada.At("power-up-in-effect")).ToContainTextAsync("half as long again");
        await ada.Page.ReloadAsync();
        await Assertions.Expect(ada.At("power-up-in-effect")).ToContainTextAsync("half as long again");
        var (own, others) = (Numbers.In(await ada.At("timer-seconds").InnerTextAsync())[0], Numbers.In(await bruno.At("timer-seconds").InnerTextAsync())[0]);
        Assert.InRange(own - others, 25, 31);
        await ada.AnswerAsync(2, 0);
        await bruno.AnswerAsync(2, 0);
        await ada.SeesResultAsync(2, "right");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_freeze_keeps_the_streak_of_a_wrong_answer()
    {
        var (_, ada, bruno) = await EarnAsync("streakFreeze");
        await UseAsync(ada, "streakFreeze");
        await ada.AnswerAsync(2, 1);
        await bruno.AnswerAsync(2, 0);
        await ada.SeesResultAsync(2, "wrong");
        await Assertions.Expect(ada.At("power-up-used")).ToHaveTextAsync("Power-up used: Streak freeze");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_second_chance_takes_a_second_answer_after_a_refresh_for_half_the_points()
    {
        var (_, ada, bruno) = await EarnAsync("secondChance");
        await ada.AnswerAsync(2, 1);
        await Assertions.Expect(ada.Answer(1)).ToHaveAttributeAsync("aria-pressed", "true");
        await UseAsync(ada, "secondChance");
        await Assertions.Expect(ada.At("power-up-in-effect")).ToContainTextAsync("You can answer again now.");
        await ada.Page.ReloadAsync();
        await Assertions.Expect(ada.At("keep-answer")).ToBeVisibleAsync();
        Assert.Empty(await Axe.ViolationsAsync(ada.Page, "a second chance"));
        await Screenshots.TakeAsync(ada.Page, "power-ups-second");
        await bruno.AnswerAsync(2, 0);
        await ada.AnswerAsync(2, 0);
        Assert.Equal(500, await ada.SeesResultAsync(2, "right"));
        await Assertions.Expect(ada.At("second-counted")).ToBeVisibleAsync();
        await Screenshots.TakeAsync(ada.Page, "power-ups-second-result");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_shield_keeps_the_stake()
    {
        var (_, ada, bruno) = await EarnAsync("shield", mode: "confidence");
        await UseAsync(ada, "shield");
        await ada.At("stake-1000").CheckAsync();
        await ada.AnswerAsync(2, 1);
        await bruno.AnswerAsync(2, 0);
        Assert.Equal(0, await ada.SeesResultAsync(2, "wrong"));
        Assert.Empty(Fixture.Complaints);
    }

    /// <summary>By the launch page, with one kind on and the others off. Ada earns it as the second of two with a right answer, and the last question opens.</summary>
    private async Task<(HostPage Host, PlayerPage Ada, PlayerPage Bruno)> EarnAsync(string kind, string locale = "en-GB", string? mode = null)
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(Letters);
        await host.At("play").ClickAsync();
        await host.At("setting-powerUps").CheckAsync();
        if (kind == Kinds[0])
        {
            Assert.Empty(await Axe.ViolationsAsync(host.Page, "the launch with power-ups"));
            await host.At("power-up-fields").ScrollIntoViewIfNeededAsync();
            await Screenshots.TakeAsync(host.Page, "power-ups-launch");
        }
        foreach (var other in Kinds.Where(other => other != kind))
            await host.At($"setting-powerUp-{other}").UncheckAsync();
        if (mode is not null)
            await host.At($"setting-mode-{mode}").CheckAsync();
        await host.At("setting-shuffle").UncheckAsync();
        await host.At("setting-streakBonus").UncheckAsync();
        await host.At("setting-flat").CheckAsync();
        await host.At("settings-more").ClickAsync();
        await host.At("setting-getReadyMs").FillAsync("0.5");
        await host.At("launch").ClickAsync();
        var code = await host.CodeAsync();
        var (ada, bruno) = (await Fixture.PlayerAsync(locale), await Fixture.PlayerAsync());
        await ada.JoinAsync(code, "Ada");
        await Assertions.Expect(ada.At("power-ups-lobby")).ToBeVisibleAsync();
        await bruno.JoinAsync(code, "Bruno");
        foreach (var round in new[] { 0, 1 })
        {
            await host.NextAsync();
            await ada.AnswerAsync(round, round == 0 ? 1 : 0);
            await bruno.AnswerAsync(round, 0);
            await ada.SeesAsync("reveal", round);
            if (round == 1)
            {
                await Assertions.Expect(ada.At("power-up-earned")).ToHaveAttributeAsync("data-kind", kind);
                await Assertions.Expect(bruno.At("power-up-earned")).ToHaveCountAsync(0);
                Assert.Empty(await Axe.ViolationsAsync(ada.Page, "an earned power-up"));
            }
            await host.NextAsync();
            await host.SeesAsync("standings", round);
        }
        await host.NextAsync();
        await ada.CanAnswerAsync(2);
        await Assertions.Expect(bruno.At("power-ups")).ToHaveCountAsync(0);
        return (host, ada, bruno);
    }

    /// <summary>By keys; the focus goes to the effect, which is announced.</summary>
    private static async Task UseAsync(PlayerPage player, string kind)
    {
        await Assertions.Expect(player.At($"power-up-{kind}")).ToHaveAttributeAsync("aria-disabled", "false");
        Assert.Empty(await Axe.ViolationsAsync(player.Page, "power-ups in hand"));
        await Screenshots.TakeAsync(player.Page, $"power-ups-{kind}");
        await player.At($"power-up-{kind}").FocusAsync();
        await player.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(player.At("power-up-in-effect")).ToHaveAttributeAsync("data-kind", kind);
        await Assertions.Expect(player.At("power-up-in-effect").Locator("p")).ToBeFocusedAsync();
        Assert.True(await player.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }
}
