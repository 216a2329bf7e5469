namespace Arena.Web.Tests;

/// <summary>A group from its code to its leaderboard, by its host and a member.</summary>
public sealed class GroupPageTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_host_makes_a_group_and_a_player_joins_it_by_its_link_and_leaves_it()
    {
        var teacher = new AccountPage((await Fixture.PlayerAsync()).Page);
        await teacher.RegisterAsync("Mr.Teacher");
        await teacher.IsInAsync();
        await teacher.Page.GotoAsync("/boards");
        await teacher.At("to-groups").ClickAsync();
        await Assertions.Expect(teacher.At("no-groups")).ToBeVisibleAsync();
        await teacher.At("group-name").FillAsync("Class 7b");
        await teacher.At("group-name").PressAsync("Enter");
        await Assertions.Expect(teacher.At("group-page")).ToContainTextAsync("Class 7b");
        var code = (await teacher.At("group-code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(8, code.Length);
        await LooksRightAsync(teacher.Page, "group-page", "group-empty");

        // Who follows the link signs up on the way, and arrives at the group.
        var player = new AccountPage((await Fixture.PlayerAsync()).Page);
        await player.Page.GotoAsync($"/groups#{code}");
        await Assertions.Expect(player.At("account-other")).ToBeVisibleAsync();
        await player.RegisterAsync("Leonie");
        await Assertions.Expect(player.At("found-group")).ToContainTextAsync("Mr.Teacher");
        Assert.DoesNotContain(code, player.Page.Url, StringComparison.Ordinal);
        await player.At("member-name").FillAsync("x");
        await player.At("join-group-go").ClickAsync();
        await player.IsRefusedAsync("nameInvalid");
        await player.At("member-name").FillAsync("Leo.7b");
        await player.At("member-listed").CheckAsync();
        await LooksRightAsync(player.Page, "groups", "group-join");
        await player.At("join-group-go").ClickAsync();
        await Assertions.Expect(player.At("group-members")).ToContainTextAsync("Leo.7b");
        await Assertions.Expect(player.At("board-count")).ToContainTextAsync("No one");
        await Assertions.Expect(player.At("group-code")).ToBeHiddenAsync();
        await player.At("board-season").SelectOptionAsync("");
        await player.At("member-listed").UncheckAsync();
        await player.At("save-membership").ClickAsync();
        await Assertions.Expect(player.At("group-members")).Not.ToContainTextAsync("leaderboard");
        await LooksRightAsync(player.Page, "group-page", "group-member");

        await teacher.Page.ReloadAsync();
        await Assertions.Expect(teacher.At("group-members")).ToContainTextAsync("Leo.7b");
        await LooksRightAsync(teacher.Page, "group-page", "group-host");
        await teacher.At("replace-code").ClickAsync();
        await Assertions.Expect(teacher.At("group-code")).Not.ToHaveTextAsync($"{code[..4]} {code[4..]}");
        await teacher.At("remove-member").ClickAsync();
        await Assertions.Expect(teacher.At("group-members")).Not.ToContainTextAsync("Leo.7b");
        await player.Page.ReloadAsync();
        await player.IsRefusedAsync("unknownGroup");
        await player.Page.GotoAsync("/groups");
        await player.At("group-code").FillAsync(code);
        await player.At("find-group").ClickAsync();
        await player.IsRefusedAsync("unknownGroup");
        await LooksRightAsync(player.Page, "groups", "groups-none");

        await teacher.Page.GotoAsync("/groups");
        await LooksRightAsync(teacher.Page, "groups", "groups");
        await teacher.At("group").ClickAsync();
        await teacher.At("remove-group").ClickAsync();
        await teacher.At("remove-group-sure").ClickAsync();
        await Assertions.Expect(teacher.At("no-groups")).ToBeVisibleAsync();
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_listed_member_is_on_the_leaderboard_after_a_game_of_the_groups_host()
    {
        var host = await Fixture.HostAsync();
        var teacher = new AccountPage(host.Page);
        await teacher.RegisterAsync("Ms.Teacher");
        await teacher.IsInAsync();
        await teacher.Page.GotoAsync("/groups");
        await teacher.At("group-name").FillAsync("Class 8a");
        await teacher.At("make-group-go").ClickAsync();
        await Assertions.Expect(teacher.At("group-page")).ToBeVisibleAsync();
        var joining = await teacher.At("group-code").InnerTextAsync();
        var group = teacher.Page.Url;

        var player = await Fixture.PlayerAsync();
        var member = new AccountPage(player.Page);
        await member.RegisterAsync("Marius");
        await member.IsInAsync();
        await member.Page.GotoAsync("/groups");
        await member.At("group-code").FillAsync(joining.ToLowerInvariant());
        await member.At("group-code").PressAsync("Enter");
        await Assertions.Expect(member.At("found-group")).ToBeFocusedAsync();
        await member.At("member-listed").CheckAsync();
        await member.At("join-group-go").ClickAsync();
        await Assertions.Expect(member.At("group-members")).ToContainTextAsync("Marius");

        await host.Page.GotoAsync("/host");
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

        await Leaderboards.OpenAsync(player.Page, group);
        await Assertions.Expect(member.At("board-lines")).ToContainTextAsync("Marius");
        Assert.DoesNotContain("Nick", await member.At("group-page").InnerTextAsync(), StringComparison.Ordinal);
        await LooksRightAsync(player.Page, "group-page", "group-board");
        Assert.Empty(Fixture.Complaints);
    }

    /// <summary>No rule of WCAG is broken and nothing sticks out, on a phone and on a desk; leaves pictures of both.</summary>
    private static async Task LooksRightAsync(IPage page, string part, string picture)
    {
        var before = page.ViewportSize;
        foreach (var (width, height, name) in new[] { (360, 740, $"{picture}-phone"), (1280, 800, picture) })
        {
            await page.SetViewportSizeAsync(width, height);
            Assert.Empty(await Axe.ViolationsAsync(page, part));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{picture} sticks out at {width}");
            await Screenshots.TakeWholeAsync(page, name);
        }
        if (before is not null)
            await page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
