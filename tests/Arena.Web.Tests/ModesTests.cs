namespace Arena.Web.Tests;

/// <summary>A game of each mode, from its launch to its end, with a refresh in the middle.</summary>
public sealed class ModesTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Survivors_lose_lives_are_out_and_guess_on_until_one_is_left()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        await host.At("play").ClickAsync();
        await host.At("setting-mode-survivor").CheckAsync();
        await host.At("setting-misses").FillAsync("2");
        var code = await LaunchAsync(host);
        await Assertions.Expect(host.At("stage-mode")).ToContainTextAsync("Miss 2 questions");
        var (ada, bruno) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync());
        await ada.JoinAsync(code, "Ada");
        await Assertions.Expect(ada.At("mode")).ToContainTextAsync("Survivor");
        await bruno.JoinAsync(code, "Bruno");
        Assert.Empty(await Axe.ViolationsAsync(ada.Page, "lobby of survivors"));

        await PlayAsync(host, 0, (ada, true), (bruno, false));
        await LivesAsync(ada, 2);
        await LivesAsync(bruno, 1);
        await bruno.Page.ReloadAsync();
        await LivesAsync(bruno, 1);
        await host.NextAsync();
        await host.SeesAsync("standings", 0);
        await Assertions.Expect(host.At("line-lives")).ToContainTextAsync(["2 lives", "1 life"]);
        Assert.Empty(await Axe.ViolationsAsync(bruno.Page, "standings of survivors"));
        await Screenshots.TakeAsync(host.Page, "survivor-standings");

        await PlayAsync(host, 1, (ada, true), (bruno, false));
        await LivesAsync(bruno, 0);
        await Assertions.Expect(bruno.At("mode")).ToContainTextAsync("keep guessing for fun");
        await Screenshots.TakeAsync(bruno.Page, "survivor-out");
        await host.NextAsync();
        await host.SeesAsync("podium");
        await ada.SeesAsync("podium");
        Assert.Equal(["Ada", "Bruno"], (await host.PodiumAsync()).Select(line => line.Name));
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_race_ends_with_the_first_who_reaches_the_goal()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        await host.At("play").ClickAsync();
        await host.At("setting-mode-race").CheckAsync();
        await host.At("setting-goal").FillAsync("2000");
        var code = await LaunchAsync(host);
        await Assertions.Expect(host.At("stage-mode")).ToContainTextAsync("2,000 points");
        var (ada, bruno) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync());
        await ada.JoinAsync(code, "Ada");
        await bruno.JoinAsync(code, "Bruno");

        await PlayAsync(host, 0, (ada, true), (bruno, false));
        await Assertions.Expect(ada.At("to-go")).ToHaveTextAsync("1,000 points to go");
        await ada.Page.ReloadAsync();
        await Assertions.Expect(ada.At("to-go")).ToHaveTextAsync("1,000 points to go");
        await Assertions.Expect(bruno.At("to-go")).ToHaveTextAsync("2,000 points to go");
        Assert.Empty(await Axe.ViolationsAsync(ada.Page, "result of a race"));
        await host.NextAsync();
        await host.SeesAsync("standings", 0);

        await PlayAsync(host, 1, (ada, true), (bruno, true));
        await Assertions.Expect(ada.At("to-go")).ToHaveTextAsync("You reached the goal!");
        await Screenshots.TakeAsync(ada.Page, "race-reached");
        await host.NextAsync();
        await host.SeesAsync("podium");
        Assert.Equal([("Ada", 2_000), ("Bruno", 1_000)], await host.PodiumAsync());
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_bet_is_kept_over_a_refresh_won_with_a_right_answer_and_lost_with_a_wrong_one()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        await host.At("play").ClickAsync();
        await host.At("setting-mode-confidence").CheckAsync();
        var code = await LaunchAsync(host, questions: 2);
        var (ada, bruno) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync());
        await ada.JoinAsync(code, "Ada");
        await bruno.JoinAsync(code, "Bruno");

        await host.NextAsync();
        await ada.CanAnswerAsync(0);
        Assert.Empty(await Axe.ViolationsAsync(ada.Page, "stakes"));
        // By keys alone: the stakes are a group of radio buttons.
        await ada.At("stake-0").FocusAsync();
        await ada.Page.Keyboard.PressAsync("ArrowRight");
        await ada.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(ada.At("stake-500")).ToBeCheckedAsync();
        await Screenshots.TakeAsync(ada.Page, "confidence-stakes");
        await ada.AnswerAsync(0, QuizFile.Questions[0].Correct);
        await Assertions.Expect(ada.At("bet")).ToContainTextAsync("500");
        await ada.Page.ReloadAsync();
        await Assertions.Expect(ada.At("bet")).ToContainTextAsync("You bet 500 points");
        await bruno.AnswerAsync(0, QuizFile.Questions[0].Correct);
        Assert.Equal(1_500, await ada.SeesResultAsync(0, "right"));
        Assert.Equal(1_000, await bruno.SeesResultAsync(0, "right"));
        await host.NextAsync();
        await host.SeesAsync("standings", 0);

        await host.NextAsync();
        var wrong = QuizFile.Questions[1].Correct == 0 ? 1 : 0;
        foreach (var (player, stake) in ((PlayerPage, int)[])[(ada, 250), (bruno, 1_000)])
        {
            await player.CanAnswerAsync(1);
            await player.At($"stake-{stake}").CheckAsync();
            await player.AnswerAsync(1, wrong);
        }
        await ada.SeesResultAsync(1, "wrong");
        await Assertions.Expect(ada.At("bet")).ToContainTextAsync("cost you 250 points");
        await Screenshots.TakeAsync(ada.Page, "confidence-lost");
        await host.NextAsync();
        await host.SeesAsync("podium");
        Assert.Equal([("Ada", 1_250), ("Bruno", 0)], await host.PodiumAsync());
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task Teams_with_a_device_each_talk_answer_and_win_under_their_names()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        await host.At("play").ClickAsync();
        await host.At("setting-mode-sharedDevice").CheckAsync();
        await host.At("setting-talk").FillAsync("1");
        await Assertions.Expect(host.At("setting-teams")).ToBeDisabledAsync();
        var code = await LaunchAsync(host, questions: 1);
        var (owls, foxes) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync());
        await owls.FollowLinkAsync(code);
        await Assertions.Expect(owls.Page.GetByRole(AriaRole.Heading, new() { Name = "What’s your team’s name?" })).ToBeVisibleAsync();
        Assert.Empty(await Axe.ViolationsAsync(owls.Page, "name of a team"));
        await owls.NameAsync("Owls");
        await foxes.JoinAsync(code, "Foxes");
        await host.NextAsync();
        await Assertions.Expect(owls.At("talk")).ToHaveTextAsync("Talk it over, then one of you answers.");
        await owls.Page.ReloadAsync();
        await owls.AnswerAsync(0, QuizFile.Questions[0].Correct);
        await foxes.AnswerAsync(0, QuizFile.Questions[0].Correct == 0 ? 1 : 0);
        await owls.SeesResultAsync(0, "right");
        await host.NextAsync();
        await host.SeesAsync("podium");
        Assert.Equal([("Owls", 1_000), ("Foxes", 0)], await host.PodiumAsync());
        Assert.Empty(Fixture.Complaints);
    }

    /// <summary>The rest of a launch: questions in their order, that wait for everyone, each right answer worth 1,000.</summary>
    private static async Task<string> LaunchAsync(HostPage host, int questions = 4)
    {
        await host.At("setting-questionCount").FillAsync($"{questions}");
        await host.At("setting-shuffle").UncheckAsync();
        await host.At("setting-streakBonus").UncheckAsync();
        await host.At("settings-more").ClickAsync();
        await host.At("setting-untimed").CheckAsync();
        await host.At("setting-getReadyMs").FillAsync("0.5");
        await host.At("launch").ClickAsync();
        return await host.CodeAsync();
    }

    /// <summary>A question, answered by all players, right or wrong.</summary>
    private static async Task PlayAsync(HostPage host, int round, params (PlayerPage Player, bool IsRight)[] answers)
    {
        await host.NextAsync();
        var right = QuizFile.Questions[round].Correct;
        foreach (var (player, isRight) in answers)
            await player.AnswerAsync(round, isRight ? right : right == 0 ? 1 : 0);
        foreach (var (player, _) in answers)
            await player.SeesAsync("reveal", round);
    }

    private static Task LivesAsync(PlayerPage player, int lives) =>
        Assertions.Expect(player.At("lives")).ToHaveAttributeAsync("data-lives", $"{lives}");
}
