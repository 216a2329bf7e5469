namespace Arena.Web.Tests;

/// <summary>From opting in over a game to the leaderboard of its quiz.</summary>
public sealed class BoardPageTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_player_who_opts_in_finds_the_last_game_on_the_leaderboard_and_leaves_it_again()
    {
        var player = await Fixture.PlayerAsync();
        var account = new AccountPage(player.Page);
        await account.RegisterAsync("Cosima");
        await account.IsInAsync();
        await account.OpenAsync("Cosima");
        await Assertions.Expect(account.At("board-listed")).ToContainTextAsync("not listed");
        await account.At("board-name").FillAsync("x");
        await account.At("board-join").ClickAsync();
        await account.IsRefusedAsync("nameInvalid");
        await account.At("board-name").FillAsync("Cosi.Board");
        await account.At("board-name").PressAsync("Enter");
        await Assertions.Expect(account.At("board-listed")).ToContainTextAsync("Cosi.Board");
        await Screenshots.TakeAsync(player.Page, "board-setting");

        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        var code = await host.LaunchAsync(questions: 1);
        await player.FollowLinkAsync(code);
        await player.NameAsync("Nick");
        await player.SeesLobbyAsync("Nick");
        await host.NextAsync();
        await player.AnswerAsync(0, QuizFile.Questions[0].Correct);
        await player.SeesResultAsync(0, "right");
        await host.NextAsync();
        await player.Page.RunAndWaitForResponseAsync(
            () => player.SeesAsync("podium"), answer => answer.Url.EndsWith("/api/account/results/claims", StringComparison.Ordinal));

        await Leaderboards.OpenAsync(player.Page, "/boards");
        await Assertions.Expect(account.At("board-lines")).ToContainTextAsync("Cosi.Board");
        Assert.DoesNotContain("Nick", await account.At("board").InnerTextAsync(), StringComparison.Ordinal);
        await account.At("board-quiz").FocusAsync();
        await account.At("board-quiz").PressAsync("ArrowDown");
        await Assertions.Expect(player.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("quiz=[0-9a-f-]+"));
        await Assertions.Expect(account.At("board-lines")).ToContainTextAsync("Cosi.Board");
        Assert.Empty(await Axe.ViolationsAsync(player.Page, "board"));
        await Screenshots.TakeAsync(player.Page, "board-page");
        await account.At("board-season").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await Assertions.Expect(account.At("board-count")).ToContainTextAsync("No one");

        await account.OpenAsync("Cosima");
        await account.At("board-leave").ClickAsync();
        await Assertions.Expect(account.At("board-listed")).ToContainTextAsync("not listed");
        await player.Page.GotoAsync("/boards?season=");
        await Assertions.Expect(account.At("board-count")).ToContainTextAsync("No one");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_leaderboard_asks_for_an_account()
    {
        var player = await Fixture.PlayerAsync();
        await player.Page.GotoAsync("/boards");
        await Assertions.Expect(player.At("account-submit")).ToBeVisibleAsync();
    }
}
