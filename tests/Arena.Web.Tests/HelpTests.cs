namespace Arena.Web.Tests;

/// <summary>Help within the page, hints for those who are there for the first time, and why one has to sign in.</summary>
public sealed class HelpTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Each_page_of_a_host_has_help_of_its_own_and_gives_the_focus_back()
    {
        var host = await Fixture.HostAsync();
        HashSet<string> titles = [];
        foreach (var path in (string[])["/host", "/quizzes/new", "/games"])
        {
            await host.Page.GotoAsync(path);
            await host.At("help-button").ClickAsync();
            await Assertions.Expect(host.At("help-items").Locator("li")).Not.ToHaveCountAsync(0);
            Assert.True(titles.Add(await host.At("help-panel").GetByRole(AriaRole.Heading).InnerTextAsync()), path);
            Assert.Empty(await Axe.ViolationsAsync(host.Page, $"help on {path}"));
            await Screenshots.TakeAsync(host.Page, $"help{path.Replace('/', '-')}");
            await host.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(host.At("help-panel")).ToHaveCountAsync(0);
            await Assertions.Expect(host.At("help-button")).ToBeFocusedAsync();
        }
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_hint_that_was_dismissed_stays_dismissed_and_the_others_stay()
    {
        var host = await Fixture.HostAsync();
        await host.Page.GotoAsync("/quizzes/new");
        await Assertions.Expect(host.At("hint-editor")).ToBeVisibleAsync();
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "hint"));
        await host.At("hint-dismiss").ClickAsync();
        await Assertions.Expect(host.At("hint-editor")).ToHaveCountAsync(0);
        await host.Page.ReloadAsync();
        await Assertions.Expect(host.At("quiz-title")).ToBeVisibleAsync();
        await Assertions.Expect(host.At("help-button")).ToBeVisibleAsync();
        await Assertions.Expect(host.At("hint-editor")).ToHaveCountAsync(0);

        await host.ImportAsync(QuizFile.Small);
        await host.LaunchAsync(1);
        await Assertions.Expect(host.At("hint-console")).ToBeVisibleAsync();
        await Screenshots.TakeAsync(host.Page, "hint-console");
        await (await host.MoreAsync("control-help")).ClickAsync();
        await Assertions.Expect(host.At("help").Locator("kbd")).ToHaveCountAsync(8);
        await Assertions.Expect(host.At("help-items")).ToBeVisibleAsync();
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "help of the console"));
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task The_sign_in_page_says_why_homework_needs_an_account()
    {
        var guest = await Fixture.HostAsync();
        await guest.Page.GotoAsync("/host");
        await guest.At("homework-link").ClickAsync();
        await Assertions.Expect(guest.At("account-name")).ToBeVisibleAsync();
        await Assertions.Expect(guest.At("sign-in-reason")).ToContainTextAsync("Homework belongs to an account");
        await Screenshots.TakeAsync(guest.Page, "homework-sign-in");
    }
}
