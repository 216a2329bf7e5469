namespace Arena.Web.Tests;

/// <summary>Buttons and keys do what the server says is possible now, and nothing that it would refuse.</summary>
public sealed class PossibleActionTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly string[] Controls =
        ["control-next", "control-pause", "control-extend", "control-skip", "control-auto", "control-lock", "control-end"];

    [Fact]
    public async Task The_console_and_the_remote_offer_what_is_possible_in_each_phase_and_nothing_else()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        var code = await host.LaunchAsync(2, isBrief: true);
        await (await host.MoreAsync("control-devices")).ClickAsync();
        await host.At("show-remote").ClickAsync();
        var remote = (await Fixture.PlayerAsync()).Page;
        await remote.GotoAsync((await host.At("remote-link").GetAttributeAsync("href"))!);
        await host.Page.Keyboard.PressAsync("Escape");
        await OffersAsync(host.Page, remote, "empty-lobby", "control-auto", "control-lock", "control-end");
        var ada = await Fixture.PlayerAsync();
        await ada.JoinAsync(code, "Ada");
        await OffersAsync(host.Page, remote, "lobby", "control-next", "control-auto", "control-lock", "control-end");

        await host.NextAsync();
        await ada.CanAnswerAsync(0);
        await OffersAsync(host.Page, remote, "question", Controls);
        await host.At("control-pause").ClickAsync();
        await OffersAsync(host.Page, remote, "paused", "control-pause", "control-extend", "control-auto", "control-lock", "control-end");
        await host.Page.Keyboard.PressAsync("s");
        await host.At("control-pause").ClickAsync();
        await OffersAsync(host.Page, remote, "question", Controls);
        await host.SeesAsync("asking", 0);
        await host.NextAsync();
        await host.SeesAsync("reveal", 0);
        await OffersAsync(host.Page, remote, "reveal", "control-next", "control-pause", "control-auto", "control-lock", "control-end");
        await host.CanMoveOnAsync();
        await host.Page.Keyboard.PressAsync("s");
        await host.NextAsync();
        await host.SeesAsync("standings", 0);
        await Assertions.Expect(host.At("refusal")).ToHaveCountAsync(0);
    }

    private static async Task OffersAsync(IPage host, IPage remote, string state, params string[] offered)
    {
        foreach (var (page, name) in ((IPage, string)[])[(host, "host"), (remote, "remote")])
        {
            foreach (var control in Controls)
            {
                var button = page.GetByTestId(control);
                if (offered.Contains(control))
                    await Assertions.Expect(button).Not.ToHaveAttributeAsync("disabled", "");
                else
                    await Assertions.Expect(page.Locator($"[data-testid={control}]:not([disabled])")).ToHaveCountAsync(0);
            }
            await Screenshots.TakeAsync(page, $"{name}-{state}");
        }
    }
}
