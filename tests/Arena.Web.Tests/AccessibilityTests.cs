namespace Arena.Web.Tests;

/// <summary>Every stage keeps the rules of WCAG 2.2 A and AA that a machine can check, in light and in dark.</summary>
public sealed class AccessibilityTests(Chromium chromium) : BrowserTest(chromium)
{
    private readonly List<string> _violations = [];

    [Fact]
    public async Task No_stage_of_a_game_breaks_a_rule_of_accessibility()
    {
        var (host, player) = (await Fixture.HostAsync(), await Fixture.PlayerAsync());
        await host.ImportAsync(QuizFile.Path);
        await CheckAsync(host.Page, "host library");
        await host.At("play").ClickAsync();
        await Assertions.Expect(host.At("launch-dialog")).ToBeVisibleAsync();
        await CheckAsync(host.Page, "launch");
        await host.Page.Keyboard.PressAsync("Escape");
        var code = await host.LaunchAsync(questions: 2);
        await player.Page.GotoAsync("/");
        await Assertions.Expect(player.At("code-input")).ToBeVisibleAsync();
        await CheckAsync(player.Page, "join");
        await player.FollowLinkAsync(code);
        await Assertions.Expect(player.At("nickname-input")).ToBeVisibleAsync();
        await CheckAsync(player.Page, "name");
        await player.NameAsync("Ada");
        await player.SeesLobbyAsync("Ada");
        await CheckAsync(player.Page, "lobby");
        await Assertions.Expect(host.Names).ToHaveTextAsync(["Ada"]);
        await CheckAsync(host.Page, "host lobby");

        await host.NextAsync();
        await player.CanAnswerAsync(0);
        // The clock stands while the rules are checked.
        await host.At("control-pause").ClickAsync();
        await Assertions.Expect(player.At("paused")).ToBeVisibleAsync();
        await CheckAsync(player.Page, "paused question");
        await CheckAsync(host.Page, "host question");
        await host.At("control-pause").ClickAsync();
        await player.CanAnswerAsync(0);
        await CheckAsync(player.Page, "question");
        await player.AnswerAsync(0, QuizFile.Questions[0].Correct);
        await player.SeesResultAsync(0, "right");
        await CheckAsync(player.Page, "reveal");
        await CheckAsync(host.Page, "host reveal");
        await host.NextAsync();
        await player.SeesAsync("standings", 0);
        await CheckAsync(player.Page, "standings");
        await host.NextAsync();
        await player.CanAnswerAsync(1);
        await host.NextAsync();
        await player.SeesResultAsync(1, "none");
        await host.NextAsync();
        await player.SeesAsync("podium");
        await host.SeesAsync("podium");
        await CheckAsync(player.Page, "podium");
        await CheckAsync(host.Page, "host podium");

        Assert.True(_violations.Count == 0, string.Join('\n', _violations));
        Assert.Empty(Fixture.Complaints);
    }

    private async Task CheckAsync(IPage page, string stage) => _violations.AddRange(await Axe.ViolationsAsync(page, stage));
}
