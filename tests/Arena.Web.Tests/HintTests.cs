namespace Arena.Web.Tests;

/// <summary>An author writes a hint and the points of single answers; players use and earn them.</summary>
public sealed class HintTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_hint_is_written_used_with_keys_kept_over_a_refresh_and_paid_for_and_an_answer_takes_points()
    {
        var host = await Fixture.HostAsync();
        var editor = new EditorPage(host.Page);
        await editor.BeginAsync();
        await editor.TitleAsync("Letters");
        await editor.QuestionAsync("Which?");
        await WriteAsync(editor);
        await editor.SaysAsync("saved");
        await editor.Page.ReloadAsync();
        await Assertions.Expect(editor.At("hint-input")).ToHaveValueAsync("The **first** one.");
        await Assertions.Expect(editor.At("hint-cost")).ToHaveValueAsync("50");
        await Assertions.Expect(editor.At("weight-1")).ToHaveValueAsync("-25");
        await Assertions.Expect(editor.At("preview").GetByTestId("use-hint")).ToContainTextAsync("50%");
        Assert.Empty(await Axe.ViolationsAsync(editor.Page, "the editor with points of answers"));
        await Screenshots.TakeAsync(editor.Page, "editor-hint");

        await editor.Page.GotoAsync("/host");
        var code = await host.LaunchAsync(1, isBrief: true);
        var (ada, bob) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync());
        await ada.JoinAsync(code, "Ada");
        await bob.JoinAsync(code, "Bob");
        await host.NextAsync();
        await ada.CanAnswerAsync(0);
        await ada.At("use-hint").FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.At("hint")).ToHaveTextAsync("Hint The first one.");
        await Assertions.Expect(ada.At("hint").Locator("strong").Last).ToHaveTextAsync("first");
        await Assertions.Expect(ada.At("hint")).ToBeFocusedAsync();
        Assert.Empty(await Axe.ViolationsAsync(ada.Page, "a phone with a hint"));
        await Screenshots.TakeAsync(ada.Page, "player-hint");
        await Assertions.Expect(bob.At("use-hint")).ToBeVisibleAsync();
        await Assertions.Expect(bob.At("hint")).ToHaveCountAsync(0);

        await ada.Page.ReloadAsync();
        await ada.CanAnswerAsync(0);
        await Assertions.Expect(ada.At("hint")).ToBeVisibleAsync();
        await Assertions.Expect(ada.At("hint")).Not.ToBeFocusedAsync();
        await ada.AnswerAsync(0, 0);
        await bob.AnswerAsync(0, 1);
        Assert.InRange(await ada.SeesResultAsync(0, "right"), 250, 500);
        await Assertions.Expect(ada.At("used-hint")).ToBeVisibleAsync();
        await bob.SeesResultAsync(0, "wrong");
        await Assertions.Expect(bob.At("round-points")).ToHaveTextAsync(Patterns.Loss());
        await Assertions.Expect(bob.At("used-hint")).ToHaveCountAsync(0);
        await host.NextAsync();
        await Assertions.Expect(host.At("rounds")).ToContainTextAsync("1 hint used");
        Assert.Empty(Fixture.Complaints);
    }

    private static async Task WriteAsync(EditorPage editor)
    {
        await editor.At("hint-input").FillAsync("The **first** one.");
        await editor.At("hint-cost").SelectOptionAsync("50");
        await Assertions.Expect(editor.At("weight-1")).ToHaveCountAsync(0);
        await editor.At("weighted").CheckAsync();
        await Assertions.Expect(editor.At("weight-0")).ToHaveValueAsync("100");
        await editor.At("weight-1").FillAsync("-25");
        await editor.At("undo").ClickAsync();
        await Assertions.Expect(editor.At("weight-1")).ToHaveValueAsync("0");
        await editor.At("redo").ClickAsync();
        await Assertions.Expect(editor.At("weight-1")).ToHaveValueAsync("-25");
        await editor.At("weight-2").FillAsync("100");
        await Assertions.Expect(editor.At("weight-2")).ToHaveAttributeAsync("aria-invalid", "true");
        await editor.At("weight-2").FillAsync("50");
        await Assertions.Expect(editor.At("weight-2")).ToHaveAttributeAsync("aria-invalid", "false");
    }
}
