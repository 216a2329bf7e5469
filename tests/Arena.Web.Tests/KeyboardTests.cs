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
        await PressAsync(host.At("import-choose"), "Enter");
        await (await chooser).SetFilesAsync(QuizFile.Path);
        await PressAsync(host.At("import-confirm"), "Enter");
        await PressAsync(host.At("play"), "Enter");
        await FocusAsync(host.At("setting-questionCount"));
        await host.Page.Keyboard.PressAsync("ControlOrMeta+a");
        await host.Page.Keyboard.TypeAsync("2");
        // A quiz that is played whole is not shuffled unless the host wants it.
        if (await host.At("setting-shuffle").IsCheckedAsync())
            await PressAsync(host.At("setting-shuffle"), "Space");
        await PressAsync(host.At("launch"), "Enter");
        var code = await host.CodeAsync();

        await player.Page.GotoAsync("/");
        await FocusAsync(player.At("code-input"));
        await player.Page.Keyboard.TypeAsync(code);
        await player.Page.Keyboard.PressAsync("Enter");
        await FocusAsync(player.At("nickname-input"));
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
        await PressAsync(host.At("control-pause"), "Enter");
        await player.CanAnswerAsync(0);
        await player.Page.Keyboard.PressAsync($"{QuizFile.Questions[0].Correct + 1}");
        await player.SeesResultAsync(0, "right");

        await host.SeesAsync("reveal", 0);
        await host.CanMoveOnAsync();
        await PressAsync(host.At("control-next"), "Enter");
        await host.SeesAsync("standings", 0);
        await host.CanMoveOnAsync();
        await host.Page.Keyboard.PressAsync("Enter");
        await player.CanAnswerAsync(1);
        await PressAsync(player.Answer(QuizFile.Questions[1].Correct), "Enter");
        await player.SeesResultAsync(1, "right");
        await host.SeesAsync("reveal", 1);
        await host.CanMoveOnAsync();
        await PressAsync(host.At("control-next"), "Enter");
        await player.SeesAsync("podium");
        await host.SeesAsync("podium");
    }

    private static async Task PressAsync(ILocator target, string key)
    {
        await FocusAsync(target);
        await target.Page.Keyboard.PressAsync(key);
    }

    /// <summary>Tabs until the target has the focus.</summary>
    private static async Task FocusAsync(ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        for (var presses = 0; presses < 40; presses++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await target.Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab does not reach {target}");
    }
}
