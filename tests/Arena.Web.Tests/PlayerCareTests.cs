namespace Arena.Web.Tests;

/// <summary>What a host does for single players: names that fit, more time that no other player sees, and removing a player.</summary>
public sealed class PlayerCareTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task More_time_is_seen_by_its_player_alone()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        var code = await host.LaunchAsync(questions: 1);
        var (ada, bruno) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync());
        await ada.JoinAsync(code, "Ada");
        await bruno.JoinAsync(code, "Bruno");
        var care = await ManageAsync(host, "Ada");
        await care.GetByTestId("time").SelectOptionAsync("double");
        await host.Page.Keyboard.PressAsync("Escape");
        await host.NextAsync();
        await ada.CanAnswerAsync(0);
        await bruno.CanAnswerAsync(0);

        await Assertions.Expect(ada.At("own-time")).ToContainTextAsync("twice the time");
        await Assertions.Expect(bruno.At("own-time")).ToHaveCountAsync(0);
        Assert.True(await SecondsLeftAsync(ada) > await SecondsLeftAsync(bruno) + 10);
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_name_is_seen_once_the_host_has_approved_it_or_given_another()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        await host.At("play").ClickAsync();
        await host.At("settings-more").ClickAsync();
        await host.At("setting-approveNames").CheckAsync();
        await host.At("setting-untimed").CheckAsync();
        await host.At("launch").ClickAsync();
        var code = await host.CodeAsync();
        var (ada, rude) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync());
        await ada.JoinAsync(code, "Ada");
        await rude.JoinAsync(code, "Rude");
        await Assertions.Expect(ada.At("unapproved")).ToBeVisibleAsync();
        await Assertions.Expect(host.Names).ToHaveTextAsync(["Player 2", "Player 1"]);

        await host.At("control-roster").ClickAsync();
        await host.At("show-names").ClickAsync();
        await LineOf(host, "Ada").GetByTestId("approve").ClickAsync();
        await Assertions.Expect(ada.At("unapproved")).ToHaveCountAsync(0);
        await LineOf(host, "Rude").GetByTestId("manage").ClickAsync();
        var care = host.At("care");
        await care.GetByTestId("rename-input").FillAsync("Ada");
        await care.GetByTestId("rename").ClickAsync();
        await Assertions.Expect(host.At("roster").GetByTestId("refusal")).ToBeVisibleAsync();
        await care.GetByTestId("rename-input").FillAsync("Bea");
        await care.GetByTestId("rename").ClickAsync();
        await Assertions.Expect(rude.At("own-nickname")).ToHaveTextAsync("Bea");
        await host.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(host.Names).ToHaveTextAsync(["Bea", "Ada"]);

        await host.NextAsync();
        await ada.CanAnswerAsync(0);
        await Assertions.Expect(ada.At("no-limit")).ToBeVisibleAsync();
        await Assertions.Expect(host.At("no-limit")).ToBeVisibleAsync();
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_removed_player_cannot_join_again_with_another_name()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        var code = await host.LaunchAsync(questions: 1);
        var troll = await Fixture.PlayerAsync();
        await troll.JoinAsync(code, "Troll");
        var care = await ManageAsync(host, "Troll");
        await care.GetByTestId("kick").ClickAsync();
        await care.GetByTestId("kick-confirm").ClickAsync();
        await Assertions.Expect(troll.At("kicked")).ToBeVisibleAsync();

        await troll.FollowLinkAsync(code);

        await Assertions.Expect(troll.At("kicked")).ToBeVisibleAsync();
        await Assertions.Expect(troll.At("nickname-input")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_removed_player_whose_seat_is_forgotten_joins_with_a_name_that_waits_for_the_host()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        var code = await host.LaunchAsync(questions: 1);
        var troll = await Fixture.PlayerAsync();
        await troll.JoinAsync(code, "Troll");
        var care = await ManageAsync(host, "Troll");
        await care.GetByTestId("kick").ClickAsync();
        await care.GetByTestId("kick-confirm").ClickAsync();
        await Assertions.Expect(troll.At("kicked")).ToBeVisibleAsync();

        await troll.Page.EvaluateAsync("code => [localStorage, sessionStorage].forEach(kept => kept.removeItem(`arena.seat.${code}`))", code);
        await troll.FollowLinkAsync(code);
        await troll.NameAsync("Elf");
        await Assertions.Expect(troll.At("unapproved")).ToBeVisibleAsync();
        await host.At("show-names").ClickAsync();
        await host.At("approve").ClickAsync();
        await Assertions.Expect(troll.At("unapproved")).ToHaveCountAsync(0);
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_phone_is_silent_until_sound_is_wanted_and_remembers_it()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        var code = await host.LaunchAsync(questions: 1);
        var player = await Fixture.PlayerAsync();
        await player.JoinAsync(code, "Ada");
        await Assertions.Expect(host.At("sound")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(player.At("sound")).ToHaveAttributeAsync("aria-pressed", "false");

        await player.At("sound").ClickAsync();
        await host.At("sound").ClickAsync();
        await player.Page.ReloadAsync();
        await host.Page.ReloadAsync();

        await Assertions.Expect(player.At("sound")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(host.At("sound")).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Empty(Fixture.Complaints);
    }

    private static ILocator LineOf(HostPage host, string nickname) => host.At("roster-line").Filter(new() { HasText = nickname });

    private static async Task<ILocator> ManageAsync(HostPage host, string nickname)
    {
        await host.At("control-roster").ClickAsync();
        await LineOf(host, nickname).GetByTestId("manage").ClickAsync();
        await Assertions.Expect(host.At("care")).ToBeVisibleAsync();
        return host.At("care");
    }

    private static async Task<int> SecondsLeftAsync(PlayerPage player) => Numbers.In(await player.At("timer-seconds").InnerTextAsync())[0];
}
