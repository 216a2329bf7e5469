using System.Text.RegularExpressions;

namespace Arena.Web.Tests;

/// <summary>From a game of a player who is signed in to the level, the achievements, the history and the frame.</summary>
public sealed partial class ProfilePageTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Questions = 10;

    [Fact]
    public async Task A_player_sees_what_a_game_brought_and_wears_the_frame_of_the_level_in_the_next_one()
    {
        var player = await Fixture.PlayerAsync();
        var account = new AccountPage(player.Page);
        await account.RegisterAsync("Philippa");
        await account.IsInAsync();
        await player.Page.GotoAsync("/profile");
        await Assertions.Expect(player.At("level")).ToHaveTextAsync("Level 1");
        await Assertions.Expect(player.At("frame-1")).ToBeDisabledAsync();
        await Assertions.Expect(player.At("earned").Locator("li")).ToHaveCountAsync(0);

        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        await PlayAsync(host, await host.LaunchAsync(Questions, isBrief: true), player);
        await Assertions.Expect(player.At("award-experience")).ToContainTextAsync("+100 XP");
        await Assertions.Expect(player.At("award-level")).ToContainTextAsync("level 2");
        await Assertions.Expect(player.At("award").Locator("[data-code=flawless]")).ToBeVisibleAsync();
        await Screenshots.TakeWholeAsync(player.Page, "profile-award");
        Assert.Empty(await Axe.ViolationsAsync(player.Page, "profile-award"));

        await Assertions.Expect(player.At("to-account")).ToHaveCountAsync(0);
        await player.At("to-profile").ClickAsync();
        await Assertions.Expect(player.At("level")).ToHaveTextAsync("Level 2");
        await Assertions.Expect(player.At("earned").Locator("[data-code=firstGame]")).ToBeVisibleAsync();
        await Assertions.Expect(player.At("own-result")).ToHaveTextAsync(HistoryLine());
        Assert.Empty(await Axe.ViolationsAsync(player.Page, "profile"));
        await player.At("frame-0").FocusAsync();
        await player.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(player.At("frame-1")).ToBeCheckedAsync();
        await Assertions.Expect(player.At("profile").Locator(".level [data-face]")).ToHaveAttributeAsync("data-face", Framed());
        await Screenshots.TakeWholeAsync(player.Page, "profile");

        await player.FollowLinkAsync(await AgainAsync(host));
        await player.NameAsync("Pip");
        await player.SeesLobbyAsync("Pip");
        await Assertions.Expect(host.At("host").Locator("[data-face]").First).ToHaveAttributeAsync("data-face", Framed());
        await Screenshots.TakeAsync(host.Page, "profile-frame-lobby");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_profile_is_in_french_too_and_asks_for_an_account()
    {
        var player = await Fixture.PlayerAsync("fr-FR");
        await player.Page.GotoAsync("/profile");
        await Assertions.Expect(player.At("account-submit")).ToBeVisibleAsync();
        var account = new AccountPage(player.Page);
        await account.RegisterAsync("Philippe");
        await account.IsInAsync();
        await player.Page.GotoAsync("/profile");
        await Assertions.Expect(player.At("level")).ToHaveTextAsync("Niveau 1");
        Assert.Empty(await Axe.ViolationsAsync(player.Page, "profile-fr"));
        await Screenshots.TakeWholeAsync(player.Page, "profile-fr");
        await player.Page.SetViewportSizeAsync(1280, 800);
        await Screenshots.TakeAsync(player.Page, "profile-fr-wide");
    }

    [Fact]
    public async Task A_guest_is_told_nothing_of_profiles()
    {
        var player = await Fixture.PlayerAsync();
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        var asked = new List<string>();
        player.Page.Request += (_, request) => asked.Add(request.Url);
        await PlayAsync(host, await host.LaunchAsync(questions: 1, isBrief: true), player, questions: 1);
        await Assertions.Expect(player.At("summary")).ToBeVisibleAsync();
        await Assertions.Expect(player.At("award")).ToHaveCountAsync(0);
        Assert.DoesNotContain(asked, url => url.Contains("profile", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A game alone, of which all answers are right.</summary>
    private static async Task PlayAsync(HostPage host, string code, PlayerPage player, int questions = Questions)
    {
        await player.JoinAsync(code, "Pip");
        for (var round = 0; round < questions; round++)
        {
            await host.NextAsync();
            await player.AnswerAsync(round, QuizFile.Questions[round].Correct);
            await player.SeesResultAsync(round, "right");
            if (round == 2)
                await Screenshots.TakeAsync(player.Page, "profile-streak");
            if (round < questions - 1)
            {
                await host.NextAsync();
                await host.SeesAsync("standings", round);
            }
        }
        await host.NextAsync();
        await player.SeesAsync("podium");
    }

    private static async Task<string> AgainAsync(HostPage host)
    {
        await host.Page.GotoAsync("/host");
        return await host.LaunchAsync(questions: 1);
    }

    // 512 and more: the first frame.
    [GeneratedRegex("^(51[2-9]|5[2-9][0-9]|[6-9][0-9]{2}|10[01][0-9]|102[0-3])$")]
    private static partial Regex Framed();

    [GeneratedRegex("1st place.*of 1 player.*points.*as Pip.*20[0-9]{2}", RegexOptions.Singleline)]
    private static partial Regex HistoryLine();
}
