using Arena.TestKit.Clients;


namespace Arena.Web.Tests;

/// <summary>What cannot be done is said in the language of who tried.</summary>
public sealed class RefusalTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Every_refusal_of_a_join_is_shown_in_French_to_a_French_browser()
    {
        using var http = Fixture.Arena.Http();
        var api = await new ArenaApi(http).SignInAsync();
        var launch = await api.LaunchAsync(await api.CreateQuizAsync(questions: 1), new { questionCount = 1 });
        await using var host = await HubClient.ConnectAsync(Fixture.Arena.Address);
        var step = (await host.AttachAsync(launch.HostKey)).Accepted.GetProperty("session").GetProperty("step").GetInt32();
        await using var other = await HubClient.ConnectAsync(Fixture.Arena.Address);
        await other.EnterAsync(launch.Code, "Zoé");
        var player = await Fixture.PlayerAsync("fr-FR");

        await player.EnterCodeAsync(launch.Code == "ZZZZZZ" ? "YYY-YYY" : "ZZZ-ZZZ");
        await SeesRefusalAsync(player, "unknownSession");

        await player.FollowLinkAsync(launch.Code);
        await player.NameAsync("ZOÉ");
        await SeesRefusalAsync(player, "nicknameTaken");
        await player.NameAsync("\u200b\u2060\u200b");
        await SeesRefusalAsync(player, "nicknameEmpty");
        await player.NameAsync(new string('x', 10_000));
        await SeesRefusalAsync(player, "nicknameTooLong");

        step = await CommandAsync(host, new { kind = "lock" }, step);
        await player.NameAsync("Anaïs");
        await SeesRefusalAsync(player, "sessionLocked");
        step = await CommandAsync(host, new { kind = "unlock" }, step);
        await player.NameAsync("Anaïs");
        await player.SeesLobbyAsync("Anaïs");

        var roster = await host.FrameAsync(
            frame => frame.Target == "Host" && frame.Raw.Contains("Ana", StringComparison.Ordinal), "the host hears of a player");
        var seat = roster.Body.GetProperty("view").GetProperty("changed").EnumerateArray()
            .First(line => line.GetProperty("nickname").GetString() == "Anaïs").GetProperty("seat").GetInt32();
        step = await CommandAsync(host, new { kind = "kick", seat }, step);
        await Assertions.Expect(player.At("kicked")).ToBeVisibleAsync();
        await DiffersFromEnglishAsync(player, player.At("kicked"));

        // A removed player cannot join this game again; others see that it is over.
        await CommandAsync(host, new { kind = "end" }, step);
        await player.FollowLinkAsync(launch.Code);
        await Assertions.Expect(player.At("kicked")).ToBeVisibleAsync();
        var late = await Fixture.PlayerAsync("fr-FR");
        await late.FollowLinkAsync(launch.Code);
        await Assertions.Expect(late.At("closed")).ToBeVisibleAsync();
        await DiffersFromEnglishAsync(late, late.At("closed"));
    }

    [Fact]
    public async Task A_browser_without_the_key_shows_that_it_is_not_the_host_s_browser()
    {
        using var http = Fixture.Arena.Http();
        var api = await new ArenaApi(http).SignInAsync();
        var launch = await api.LaunchAsync(await api.CreateQuizAsync(questions: 1), new { questionCount = 1 });
        var stranger = await Fixture.HostAsync();
        await stranger.Page.GotoAsync($"/host/{launch.Code}");
        await Assertions.Expect(stranger.At("host-refused")).ToContainTextAsync("not hosting this game");
    }

    private static async Task<int> CommandAsync(HubClient host, object action, int step) =>
        (await host.HostAsync(action, step)).Accepted.GetProperty("step").GetInt32();

    private static async Task SeesRefusalAsync(PlayerPage player, string code)
    {
        await Assertions.Expect(player.Refusal).ToHaveAttributeAsync("data-code", code);
        await DiffersFromEnglishAsync(player, player.Refusal);
    }

    /// <summary>The text is in French, and in English once the reader asks for English.</summary>
    private static async Task DiffersFromEnglishAsync(PlayerPage player, ILocator text)
    {
        await Assertions.Expect(player.Page.Locator("html")).ToHaveAttributeAsync("lang", "fr");
        var french = (await text.InnerTextAsync()).Trim();
        Assert.NotEmpty(french);
        await player.At("language").SelectOptionAsync("en");
        await Assertions.Expect(text).Not.ToHaveTextAsync(french);
        Assert.NotEmpty((await text.InnerTextAsync()).Trim());
        await player.At("language").SelectOptionAsync("fr");
        await Assertions.Expect(text).ToHaveTextAsync(french);
    }
}
