namespace Arena.Web.Tests;

/// <summary>What a host can undo, keep and hand over.</summary>
public sealed class HostingTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_bouncing_key_skips_one_question_and_the_skip_can_be_undone_with_its_answers()
    {
        var (host, ada) = await AskingAsync();
        await ada.AnswerAsync(0, QuizFile.Questions[0].Correct);
        await host.SeesAnsweredAsync(1, 2);
        await host.CanMoveOnAsync();
        await host.Page.EvaluateAsync("""
            () => { for (let press = 0; press < 2; press++) dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true })); }
            """);
        await host.SeesAsync("getReady", 1);
        await Assertions.Expect(host.At("skipped")).ToContainTextAsync("Question 1 was skipped.");

        await host.At("undo-skip").ClickAsync();
        await host.SeesAsync("asking", 0);
        await Assertions.Expect(host.At("skipped")).ToHaveCountAsync(0);
        await host.SeesAnsweredAsync(1, 2);
        await host.NextAsync();
        await ada.SeesResultAsync(0, "right");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_pause_lasts_while_the_host_reloads_and_the_host_sees_the_missed_events()
    {
        var (host, ada) = await AskingAsync();
        await host.At("control-pause").ClickAsync();
        await Assertions.Expect(ada.At("paused")).ToBeVisibleAsync();
        var code = await host.CodeAsync();

        await ReturnAfterThreeMinutesAsync(host, code);

        await Assertions.Expect(host.At("absence")).ToContainTextAsync("You were away for 3 min. The game waited at question 1.");
        await Assertions.Expect(host.At("paused")).ToBeVisibleAsync();
        await host.At("absence-dismiss").ClickAsync();
        await Assertions.Expect(host.At("absence")).ToHaveCountAsync(0);
        await host.At("control-pause").ClickAsync();
        await ada.CanAnswerAsync(0);
    }

    [Fact]
    public async Task The_first_actions_of_a_returning_host_are_not_listed_as_missed_events()
    {
        var (host, ada) = await AskingAsync();
        await ada.AnswerAsync(0, 0);
        await host.NextAsync();
        await host.SeesAsync("reveal", 0);
        var code = await host.CodeAsync();
        await host.Page.WaitForFunctionAsync("key => JSON.parse(localStorage.getItem(key)).kind === 'reveal'", SightingKey(code));

        await ReturnAfterThreeMinutesAsync(host, code);
        await host.NextAsync();
        await host.SeesAsync("standings", 0);
        await Assertions.Expect(host.At("absence")).ToContainTextAsync("You were away for 3 min. The game waited at question 1.");
    }

    [Fact]
    public async Task A_player_continues_on_another_device_with_the_host_s_code_even_in_a_locked_game()
    {
        var (host, ada) = await AskingAsync();
        await (await host.MoreAsync("control-lock")).ClickAsync();
        var code = await host.CodeAsync();
        await host.At("control-roster").ClickAsync();
        await host.At("roster").GetByRole(AriaRole.Button, new() { Name = "Manage Ada" }).ClickAsync();
        await host.At("offer-seat").ClickAsync();
        var handover = await host.At("handover-code").InnerTextAsync();

        var phone = await Fixture.PlayerAsync();
        await phone.FollowLinkAsync(code);
        await phone.At("handover").ClickAsync();
        await phone.At("handover-input").FillAsync("000 000");
        await phone.At("handover-submit").ClickAsync();
        await Assertions.Expect(phone.At("refusal")).ToHaveAttributeAsync("data-code", "unknownHandover");
        await phone.At("handover-input").FillAsync(handover);
        await phone.At("handover-submit").ClickAsync();
        await phone.CanAnswerAsync(0);
        await Assertions.Expect(phone.At("player")).ToContainTextAsync("Ada");

        await Assertions.Expect(ada.At("replaced")).ToBeVisibleAsync();
        await ada.At("take-back").ClickAsync();
        await Assertions.Expect(ada.At("handed-over")).ToBeVisibleAsync();
        await phone.AnswerAsync(0, QuizFile.Questions[0].Correct);
        await host.SeesAnsweredAsync(1, 2);
        Assert.Empty(Fixture.Complaints);
    }

    private async Task<(HostPage Host, PlayerPage Ada)> AskingAsync()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        var code = await host.LaunchAsync(3);
        var (ada, bob) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync());
        await ada.JoinAsync(code, "Ada");
        await bob.JoinAsync(code, "Bob");
        await host.NextAsync();
        await ada.CanAnswerAsync(0);
        return (host, ada);
    }

    /// <summary>As after the lid was closed: the page resumes with the state of that moment.</summary>
    private static async Task ReturnAfterThreeMinutesAsync(HostPage host, string code)
    {
        await host.Page.GotoAsync("/");
        await host.Page.EvaluateAsync("""
            (key) => {
              const seen = JSON.parse(localStorage.getItem(key));
              localStorage.setItem(key, JSON.stringify({ ...seen, atMs: seen.atMs - 180_000 }));
            }
            """, SightingKey(code));
        await host.Page.GotoAsync($"/host/{code}");
    }

    private static string SightingKey(string code) => $"arena.seen.{code}";
}
