namespace Arena.Web.Tests;

/// <summary>Everything can be done without a pointer.</summary>
public sealed class KeyboardTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_game_is_hosted_and_played_with_keys_alone()
    {
        var (host, player) = (await Fixture.HostAsync(), await Fixture.PlayerAsync());
        // Awaited before the key press, so that the browser intercepts the file chooser in time.
        var chooser = host.Page.WaitForFileChooserAsync();
        await host.Page.GotoAsync("/host");
        await TabKey.PressAsync(host.At("import-choose"), "Enter");
        await (await chooser).SetFilesAsync(QuizFile.Path);
        await TabKey.PressAsync(host.At("import-confirm"), "Enter");
        await TabKey.PressAsync(host.At("play"), "Enter");
        await TabKey.FocusAsync(host.At("setting-questionCount"));
        await host.Page.Keyboard.PressAsync("ControlOrMeta+a");
        await host.Page.Keyboard.TypeAsync("2");
        // A quiz that is played whole is not shuffled unless the host wants it.
        if (await host.At("setting-shuffle").IsCheckedAsync())
            await TabKey.PressAsync(host.At("setting-shuffle"), "Space");
        await TabKey.PressAsync(host.At("launch"), "Enter");
        var code = await host.CodeAsync();

        await player.Page.GotoAsync("/");
        await TabKey.FocusAsync(player.At("code-input"));
        await player.Page.Keyboard.TypeAsync(code);
        await player.Page.Keyboard.PressAsync("Enter");
        await TabKey.FocusAsync(player.At("nickname-input"));
        await player.Page.Keyboard.PressAsync("ControlOrMeta+a");
        await player.Page.Keyboard.TypeAsync("Keyla");
        await player.Page.Keyboard.PressAsync("Enter");
        await player.SeesLobbyAsync("Keyla");

        await Assertions.Expect(host.Names).ToHaveTextAsync(["Keyla"]);
        await host.Page.Keyboard.PressAsync("l");
        await Assertions.Expect(host.At("locked")).ToBeVisibleAsync();
        // The room may be notified before the host's own command is answered, and until then no key starts the game.
        await host.CanMoveOnAsync();
        await host.Page.Keyboard.PressAsync("Space");
        await player.CanAnswerAsync(0);
        await host.Page.Keyboard.PressAsync("p");
        await Assertions.Expect(player.At("paused")).ToBeVisibleAsync();
        // By the button: the same key again at once would be a bounce of it.
        await TabKey.PressAsync(host.At("control-pause"), "Enter");
        await player.CanAnswerAsync(0);
        await player.Page.Keyboard.PressAsync($"{QuizFile.Questions[0].Correct + 1}");
        await player.SeesResultAsync(0, "right");

        await host.SeesAsync("reveal", 0);
        await NextAsync(host);
        await host.SeesAsync("standings", 0);
        await host.CanMoveOnAsync();
        await host.Page.Keyboard.PressAsync("Enter");
        await player.CanAnswerAsync(1);
        await TabKey.PressAsync(player.Answer(QuizFile.Questions[1].Correct), "Enter");
        await player.SeesResultAsync(1, "right");
        await host.SeesAsync("reveal", 1);
        await NextAsync(host);
        await player.SeesAsync("podium");
        await host.SeesAsync("podium");
    }

    [Fact]
    public async Task A_question_of_every_type_is_answered_and_the_next_one_shown_with_keys_alone()
    {
        var (host, player) = (await Fixture.HostAsync(), await Fixture.PlayerAsync());
        await host.ImportAsync(AnswerPads.Quiz);
        var code = await host.LaunchAsync(AnswerPads.Questions.Count + 1, isBrief: true);
        await player.JoinAsync(code, "Keyla");
        await NextAsync(host);
        for (var round = 0; round < AnswerPads.Questions.Count; round++)
        {
            var (type, verdict) = AnswerPads.Questions[round];
            await player.SeesAsync("asking", round);
            await Assertions.Expect(player.At("asking")).ToHaveAttributeAsync("data-type", type);
            await AnswerKeys.AnswerRightAsync(player, type);
            // The last answer closes the question.
            await player.SeesAsync("reveal", round);
            await Assertions.Expect(player.At("result")).ToHaveAttributeAsync("data-verdict", verdict);
            await host.SeesAsync("reveal", round);
            await NextAsync(host);
            // Opinions change no standings.
            if (verdict == "right")
            {
                await host.SeesAsync("standings", round);
                await NextAsync(host);
            }
        }
        await player.SeesAsync("asking", AnswerPads.Questions.Count);
        await Assertions.Expect(player.At("asking")).ToHaveAttributeAsync("data-type", "slide");
        await NextAsync(host);
        await player.SeesAsync("podium");
    }

    private static async Task NextAsync(HostPage host)
    {
        await host.CanMoveOnAsync();
        await TabKey.PressAsync(host.At("control-next"), "Enter");
    }
}
