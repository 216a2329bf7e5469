namespace Arena.Web.Tests;

/// <summary>A game of each mode with five players, from its launch to its end: with refreshes in the middle, in English and French.</summary>
public sealed class ModesTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_classic_game_is_played_by_five()
    {
        var game = await FivePlayers.LaunchAsync(Fixture, "classic", questions: 2);
        await game.IsAccessibleAsync("lobby of a classic game");
        await game.PlayAsync(0, "rrrww");
        await game.RefreshAsync("reveal", 0);
        await game.IsAccessibleAsync("result of a classic game");
        await game.StandingsAsync(0);
        await game.IsAccessibleAsync("standings of a classic game");
        await game.PlayAsync(1, "rrwww");
        await game.PodiumAsync(("Ada", 2_000), ("Bruno", 2_000), ("Chloé", 1_000));
        await game.IsAccessibleAsync("podium of a classic game");
    }

    [Fact]
    public async Task Survivors_lose_lives_are_out_and_guess_on_until_one_is_left()
    {
        var game = await FivePlayers.LaunchAsync(Fixture, "survivor", questions: 4, host => host.At("setting-misses").FillAsync("2"));
        var (host, ada, bruno) = (game.Host, game.Ada, game.Bruno);
        await Assertions.Expect(host.At("stage-mode")).ToContainTextAsync("Miss 2 questions");
        await Assertions.Expect(ada.At("mode")).ToContainTextAsync("Survivor");
        await Assertions.Expect(bruno.At("mode")).ToContainTextAsync("Survie");
        await game.IsAccessibleAsync("lobby of survivors");

        await game.PlayAsync(0, "rwwrr");
        await LivesAsync(ada, 2);
        await LivesAsync(bruno, 1);
        await game.RefreshAsync("reveal", 0);
        await LivesAsync(bruno, 1);
        await game.IsAccessibleAsync("result of survivors");
        await game.StandingsAsync(0);
        await Assertions.Expect(host.At("line-lives").First).ToContainTextAsync("2 lives");
        await Assertions.Expect(host.At("line-lives").Last).ToContainTextAsync("1 life");
        await game.IsAccessibleAsync("standings of survivors");
        await Screenshots.TakeAsync(host.Page, "survivor-standings");

        await game.PlayAsync(1, "rwwww");
        await LivesAsync(bruno, 0);
        await Assertions.Expect(bruno.At("mode")).ToContainTextAsync("continuez pour le plaisir");
        await Screenshots.TakeAsync(bruno.Page, "survivor-out");
        await game.StandingsAsync(1);
        await game.PlayAsync(2, "rrrww");
        await game.PodiumAsync(("Ada", 3_000), ("Dan", 1_000), ("Eve", 1_000));
        await game.IsAccessibleAsync("podium of survivors");
    }

    [Fact]
    public async Task A_race_ends_with_the_first_who_reaches_the_goal()
    {
        var game = await FivePlayers.LaunchAsync(Fixture, "race", questions: 4, host => host.At("setting-goal").FillAsync("2000"));
        var (host, ada, bruno) = (game.Host, game.Ada, game.Bruno);
        await Assertions.Expect(host.At("stage-mode")).ToContainTextAsync("2,000 points");
        await game.IsAccessibleAsync("lobby of a race");

        await game.PlayAsync(0, "rwrww");
        await game.RefreshAsync("reveal", 0);
        await Assertions.Expect(ada.At("to-go")).ToHaveTextAsync("1,000 points to go");
        await Assertions.Expect(bruno.At("to-go")).ToContainTextAsync("Encore 2");
        await Assertions.Expect(ada.At("race-bar")).ToHaveAttributeAsync("data-score", "1000");
        await game.IsAccessibleAsync("result of a race");
        await game.StandingsAsync(0);
        await Assertions.Expect(host.At("ranking").Locator("[data-testid=race-bar]")).ToHaveCountAsync(5);
        await Assertions.Expect(host.At("ranking").Locator("li").First).ToContainTextAsync("1,000 points to go");
        await Assertions.Expect(host.At("ranking").Locator("li").Last).ToContainTextAsync("2,000 points to go");
        await game.IsAccessibleAsync("standings of a race");
        await Screenshots.TakeAsync(host.Page, "race-standings");

        await game.PlayAsync(1, "rrwww");
        await Assertions.Expect(ada.At("to-go")).ToHaveTextAsync("You reached the goal!");
        await Screenshots.TakeAsync(ada.Page, "race-reached");
        await game.PodiumAsync(("Ada", 2_000), ("Bruno", 1_000), ("Chloé", 1_000));
        await game.IsAccessibleAsync("podium of a race");
    }

    [Fact]
    public async Task A_bet_is_kept_over_a_refresh_won_with_a_right_answer_and_lost_with_a_wrong_one()
    {
        var game = await FivePlayers.LaunchAsync(Fixture, "confidence", questions: 2);
        var (ada, bruno) = (game.Ada, game.Bruno);
        await game.IsAccessibleAsync("lobby of a game with bets");
        await game.PlayAsync(0, "rrwrr", async (player, at) =>
        {
            if (at == 1)
                await player.At("stake-250").CheckAsync();
            if (at != 0)
                return;
            await game.IsAccessibleAsync("stakes");
            // By keys alone: the stakes are a group of radio buttons.
            await player.At("stake-0").FocusAsync();
            await player.Page.Keyboard.PressAsync("ArrowRight");
            await player.Page.Keyboard.PressAsync("ArrowRight");
            await Assertions.Expect(player.At("stake-500")).ToBeCheckedAsync();
            await Screenshots.TakeAsync(player.Page, "confidence-stakes");
        });
        await game.RefreshAsync("reveal", 0);
        await Assertions.Expect(ada.At("bet")).ToContainTextAsync("You won your bet of 500 points");
        await Assertions.Expect(bruno.At("bet")).ToContainTextAsync("Vous gagnez votre mise de 250");
        Assert.Equal(1_500, await ada.SeesResultAsync(0, "right"));
        await game.IsAccessibleAsync("result of a bet");
        await game.StandingsAsync(0);

        int[] stakes = [250, 1_000, 1_000, 0, 500];
        // The question closes when all have answered: the others answer once two have refreshed.
        TaskCompletionSource[] refreshed = [new(), new()];
        await game.PlayAsync(1, "--wrr", async (player, at) =>
        {
            await player.At($"stake-{stakes[at]}").CheckAsync();
            if (at > 1)
            {
                await Task.WhenAll(refreshed.Select(each => each.Task));
                return;
            }
            await player.AnswerAsync(1, FivePlayers.Wrong(1));
            await Assertions.Expect(player.At("bet")).ToContainTextAsync(at == 0 ? "You bet 250 points" : "Vous avez misé 1");
            await player.Page.ReloadAsync();
            await Assertions.Expect(player.At("bet")).ToContainTextAsync(at == 0 ? "You bet 250 points" : "Vous avez misé 1");
            refreshed[at].SetResult();
        });
        await Assertions.Expect(ada.At("bet")).ToContainTextAsync("cost you 250 points");
        await Screenshots.TakeAsync(ada.Page, "confidence-lost");
        await game.PodiumAsync(("Eve", 2_500), ("Dan", 2_000), ("Ada", 1_250));
        await game.IsAccessibleAsync("podium of a game with bets");
    }

    [Fact]
    public async Task Teams_with_a_device_each_talk_answer_and_win_under_their_names()
    {
        var game = await FivePlayers.LaunchAsync(Fixture, "sharedDevice", questions: 1, async host =>
        {
            await host.At("setting-talk").FillAsync("1");
            await Assertions.Expect(host.At("setting-teams")).ToBeDisabledAsync();
        });
        await game.IsAccessibleAsync("lobby of teams with a device each");
        var newcomer = await Fixture.PlayerAsync();
        await newcomer.FollowLinkAsync(await game.Host.CodeAsync());
        await Assertions.Expect(newcomer.Page.GetByRole(AriaRole.Heading, new() { Name = "What’s your team’s name?" })).ToBeVisibleAsync();
        Assert.Empty(await Axe.ViolationsAsync(newcomer.Page, "name of a team"));

        await game.Host.NextAsync();
        await Assertions.Expect(game.Ada.At("talk")).ToHaveTextAsync("Talk it over, then one of you answers.");
        await Assertions.Expect(game.Bruno.At("talk")).ToContainTextAsync("Concertez-vous");
        await game.RefreshAsync("asking", 0);
        await game.IsAccessibleAsync("question for teams with a device each");
        foreach (var (player, letter) in game.Players.Zip("rwrrw"))
            await player.AnswerAsync(0, letter == 'r' ? QuizFile.Questions[0].Correct : FivePlayers.Wrong(0));
        await game.Ada.SeesResultAsync(0, "right");
        await game.PodiumAsync(("Ada", 1_000), ("Chloé", 1_000), ("Dan", 1_000));
        await game.IsAccessibleAsync("podium of teams with a device each");
    }

    private static Task LivesAsync(PlayerPage player, int lives) =>
        Assertions.Expect(player.At("lives")).ToHaveAttributeAsync("data-lives", $"{lives}");
}
