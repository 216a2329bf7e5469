using System.Text;

namespace Arena.Web.Tests;

/// <summary>Pictures from an author's file to the phones of players, and a question about a place on one.</summary>
public sealed class MediaTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string IsShown = "testId => document.querySelector(`[data-testid=${testId}] img`)?.naturalWidth > 0";

    [Fact]
    public async Task A_picture_is_uploaded_loaded_in_the_lobby_and_shown_to_all_with_its_credit_in_the_end()
    {
        var (host, player) = (await Fixture.HostAsync(), await Fixture.PlayerAsync());
        var editor = new EditorPage(host.Page);
        await editor.BeginAsync();
        await editor.TitleAsync("Pictures");
        await editor.QuestionAsync("What is this?");
        await ChooseAsync(host, Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>"));
        await Assertions.Expect(host.At("refusal")).ToHaveAttributeAsync("data-code", "mediaKindUnknown");
        await ChooseAsync(host, await host.Page.ScreenshotAsync());
        await host.At("question-medium-alt").FillAsync("A page with a form");
        await host.At("question-medium-credit").FillAsync("Ann, CC BY 4.0");
        await editor.SaysAsync("saved");
        await host.Page.WaitForFunctionAsync(IsShown, "question-medium");

        await player.FollowLinkAsync(await PlayAsync(host));
        await player.NameAsync("Ada");
        await player.SeesLobbyAsync("Ada");
        await player.Page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/media/'))");
        await host.NextAsync();
        await player.SeesAsync("asking", 0);
        foreach (var page in (IPage[])[player.Page, host.Page])
            await page.WaitForFunctionAsync(IsShown, "medium");
        await Assertions.Expect(player.At("picture")).ToHaveAttributeAsync("alt", "A page with a form");
        await Assertions.Expect(player.Page.GetByText("Ann, CC BY 4.0")).ToHaveCountAsync(0);
        await player.At("enlarge").ClickAsync();
        await Assertions.Expect(player.At("enlarged")).ToBeVisibleAsync();
        Assert.Empty(await Axe.ViolationsAsync(player.Page, "enlarged"));
        await player.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(player.At("enlarged")).ToHaveCountAsync(0);
        await Screenshots.TakeAsync(player.Page, "player-picture");
        await host.NextAsync();
        await Assertions.Expect(player.At("credits")).ToHaveTextAsync("Ann, CC BY 4.0");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_place_on_a_picture_is_found_with_a_tap_and_with_keys()
    {
        var (host, ada, bruno) = (await Fixture.HostAsync(), await Fixture.PlayerAsync(), await Fixture.PlayerAsync("fr-FR"));
        var editor = new EditorPage(host.Page);
        await editor.BeginAsync();
        await editor.TitleAsync("Places");
        await editor.TypeAsync("Where is the middle?");
        await host.At("question-type").SelectOptionAsync("pin");
        await ChooseAsync(host, await host.Page.ScreenshotAsync());
        await host.At("add-circle").ClickAsync();
        await host.At("untimed").CheckAsync();
        await editor.SaysAsync("saved");
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "editor-pin"));

        var code = await PlayAsync(host);
        await ada.JoinAsync(code, "Ada");
        await bruno.JoinAsync(code, "Bruno");
        await host.NextAsync();
        await ada.SeesAsync("asking", 0);
        await bruno.SeesAsync("asking", 0);
        await Assertions.Expect(ada.At("area")).ToHaveCountAsync(0);
        await ada.Page.WaitForFunctionAsync(IsShown, "pin-target");
        await Assertions.Expect(ada.At("send-answer")).ToBeDisabledAsync();
        await ada.At("pin-target").ClickAsync(new() { Position = new() { X = 8, Y = 8 } });
        await Assertions.Expect(ada.At("pin")).ToBeVisibleAsync();
        await ada.At("pin-target").ClickAsync();
        await ada.At("send-answer").ClickAsync();
        await host.SeesAnsweredAsync(1, 2);
        await ada.Page.ReloadAsync();
        await Assertions.Expect(ada.At("answer-status")).ToContainTextAsync("Locked in");
        await Screenshots.TakeAsync(ada.Page, "player-pin-kept");
        await bruno.At("pin-target").FocusAsync();
        for (var press = 0; press < 20; press++)
            await bruno.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(bruno.At("send-answer")).ToBeEnabledAsync();
        // The last answer closes the question.
        await bruno.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.At("result")).ToHaveAttributeAsync("data-verdict", "right");
        await Assertions.Expect(bruno.At("result")).ToHaveAttributeAsync("data-verdict", "wrong");
        await Assertions.Expect(host.At("spot")).ToHaveCountAsync(2);
        await Assertions.Expect(host.At("area")).ToHaveCountAsync(1);
        await Screenshots.TakeAsync(host.Page, "host-pin-reveal");
        await host.NextAsync();
        await host.SeesAsync("podium");
        await Assertions.Expect(host.At("rounds").Locator(".share")).ToContainTextAsync(["correct: 1 of 2"]);
        Assert.Empty(Fixture.Complaints);
    }

    /// <summary>The server looks at the content, and at neither the name nor the type that a browser says.</summary>
    private static Task ChooseAsync(HostPage host, byte[] content) =>
        host.At("question-medium-file").SetInputFilesAsync(new FilePayload { Name = "file.png", MimeType = "image/png", Buffer = content });

    private static async Task<string> PlayAsync(HostPage host)
    {
        await host.At("editor-play").ClickAsync();
        await Assertions.Expect(host.At("launch-dialog")).ToBeVisibleAsync();
        await host.At("settings-more").ClickAsync();
        await host.At("setting-getReadyMs").FillAsync("0.5");
        await host.At("launch").ClickAsync();
        return await host.CodeAsync();
    }
}
