namespace Arena.Web.Tests;

/// <summary>The host's console: what it offers, what it keeps from the room, and how it is used without a pointer.</summary>
public sealed class ConsoleTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_game_without_players_cannot_be_started_and_says_why()
    {
        var (host, code) = await LobbyAsync();
        await Assertions.Expect(host.At("control-next")).ToBeDisabledAsync();
        await Assertions.Expect(host.At("nobody-yet")).ToHaveTextAsync("No one has joined yet.");
        await Assertions.Expect(host.At("control-skip")).ToHaveCountAsync(0);
        await host.Page.Keyboard.PressAsync("Space");
        await host.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(host.At("refusal")).ToHaveCountAsync(0);

        var ada = await Fixture.PlayerAsync();
        await ada.JoinAsync(code, "Ada");
        await Assertions.Expect(host.At("control-next")).ToBeEnabledAsync();
        await Assertions.Expect(host.At("nobody-yet")).ToHaveCountAsync(0);
        await host.Page.Keyboard.PressAsync("Space");
        await ada.CanAnswerAsync(0);

        await host.At("control-pause").ClickAsync();
        await Assertions.Expect(host.At("control-skip")).ToHaveCountAsync(0);
        await host.At("control-pause").ClickAsync();
        await Assertions.Expect(host.At("control-skip")).ToBeEnabledAsync();
        await host.NextAsync();
        await host.SeesAsync("reveal", 0);
        await Assertions.Expect(host.At("control-skip")).ToHaveCountAsync(0);
        Assert.Empty(Fixture.Complaints);
    }

    [Theory]
    [InlineData("control-roster", "roster")]
    [InlineData("control-devices", "devices")]
    [InlineData("control-help", "help")]
    [InlineData("control-end", "end-dialog")]
    public async Task A_window_gives_the_focus_back_to_the_button_that_opened_it(string button, string window)
    {
        var (host, _) = await LobbyAsync();
        await (await host.MoreAsync(button)).FocusAsync();
        await host.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(host.At(window)).ToBeVisibleAsync();
        await host.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(host.At(window)).ToHaveCountAsync(0);
        await Assertions.Expect(host.At(button)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Waiting_names_are_counted_and_shown_on_the_projector_only_when_the_host_chooses()
    {
        var (host, code) = await LobbyAsync(approveNames: true);
        await Assertions.Expect(host.At("waiting-names")).ToHaveCountAsync(0);
        var (rude, ada) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync());
        await rude.JoinAsync(code, "Rude");
        await ada.JoinAsync(code, "Ada");
        await Assertions.Expect(host.At("waiting-names")).ToHaveTextAsync("2");
        await Assertions.Expect(host.At("names-waiting")).ToHaveTextAsync("2 names waiting for approval");

        await host.At("control-roster").ClickAsync();
        await Assertions.Expect(host.At("hidden-names")).ToBeVisibleAsync();
        await Assertions.Expect(host.At("roster")).Not.ToContainTextAsync("Rude");
        await Assertions.Expect(host.At("approve")).ToHaveCountAsync(0);
        await host.At("show-names").ClickAsync();
        await Assertions.Expect(host.At("roster")).ToContainTextAsync("Rude");
        await host.At("approve-all").ClickAsync();
        await Assertions.Expect(host.At("waiting-names")).ToHaveCountAsync(0);
        await Assertions.Expect(host.At("names-waiting")).ToHaveCountAsync(0);

        var late = await Fixture.PlayerAsync();
        await late.JoinAsync(code, "Late");
        var remote = await host.Page.Context.NewPageAsync();
        await remote.GotoAsync($"/host/{code}/remote");
        await Assertions.Expect(remote.GetByTestId("waiting-names")).ToHaveTextAsync("1");
        await remote.GetByTestId("control-roster").ClickAsync();
        await Assertions.Expect(remote.GetByTestId("roster")).ToContainTextAsync("Late");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task The_code_that_makes_a_phone_the_remote_is_shown_on_request_and_hidden_again()
    {
        var (host, _) = await LobbyAsync();
        await (await host.MoreAsync("control-devices")).ClickAsync();
        await Assertions.Expect(host.At("devices")).ToContainTextAsync("only when the room can’t see this screen");
        await Assertions.Expect(host.At("devices").GetByTestId("qr")).ToHaveCountAsync(0);
        await host.At("show-remote").ClickAsync();
        await Assertions.Expect(host.At("devices").GetByTestId("qr")).ToBeVisibleAsync();
        await host.At("hide-remote").ClickAsync();
        await Assertions.Expect(host.At("devices").GetByTestId("qr")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_link_to_the_game_is_copied_from_the_lobby_with_and_without_a_clipboard()
    {
        var (host, code) = await LobbyAsync();
        await host.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await host.At("copy-link").ClickAsync();
        await Assertions.Expect(host.At("copy-link-outcome")).ToHaveTextAsync("Copied.");
        Assert.EndsWith($"/j/{code}", await CopiedAsync(host), StringComparison.Ordinal);

        // As on plain http in a local network, and within a window.
        await host.Page.EvaluateAsync("() => navigator.clipboard.writeText('before')");
        await host.Page.EvaluateAsync("() => Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new DOMException('No')) })");
        await (await host.MoreAsync("control-devices")).ClickAsync();
        await host.At("devices").GetByTestId("copy-link").ClickAsync();
        await Assertions.Expect(host.At("devices").GetByTestId("copy-link-outcome")).ToHaveTextAsync("Copied.");
        Assert.EndsWith($"/j/{code}", await CopiedAsync(host), StringComparison.Ordinal);
    }

    private static Task<string> CopiedAsync(HostPage host) => host.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

    private async Task<(HostPage Host, string Code)> LobbyAsync(bool approveNames = false)
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        await host.At("play").ClickAsync();
        if (approveNames)
        {
            await host.At("settings-more").ClickAsync();
            await host.At("setting-approveNames").CheckAsync();
        }
        await host.At("launch").ClickAsync();
        return (host, await host.CodeAsync());
    }
}
