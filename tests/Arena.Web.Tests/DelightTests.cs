namespace Arena.Web.Tests;

/// <summary>What players do while they wait: another face, a reaction, and the music of the big screen.</summary>
public sealed class DelightTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Faces_change_in_the_lobby_and_reactions_reach_the_big_screen_between_the_questions()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(Repository.At("tests", "Arena.Web.Tests", "fixtures", "power-ups.json"));
        var code = await host.LaunchAsync(questions: 1);
        var (ada, bruno) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync("fr-FR"));
        await ada.JoinAsync(code, "Ada");
        await bruno.JoinAsync(code, "Bruno");

        var wall = host.Names.Filter(new() { HasText = "Ada" }).Locator("svg");
        var before = await wall.GetAttributeAsync("data-face");
        await ada.At("change-face").ClickAsync();
        await ada.At("face-ears").ClickAsync();
        await ada.At("face-mouth").ClickAsync();
        await Assertions.Expect(wall).Not.ToHaveAttributeAsync("data-face", before!);
        var after = await wall.GetAttributeAsync("data-face");
        await Assertions.Expect(ada.At("own-face").Locator("svg")).ToHaveAttributeAsync("data-face", after!);
        await ada.Page.ReloadAsync();
        await Assertions.Expect(ada.At("own-face").Locator("svg")).ToHaveAttributeAsync("data-face", after!);

        await ada.At("react-heart").ClickAsync();
        await ada.At("own-face").ClickAsync();
        await Assertions.Expect(host.At("reactions-counted").Locator("li")).ToHaveTextAsync("Heart: 1");
        await Assertions.Expect(host.Names.Filter(new() { HasText = "Ada" }).Locator("[data-hop]")).ToHaveCountAsync(1);
        await Assertions.Expect(host.Names.Filter(new() { HasText = "Bruno" }).Locator("[data-hop]")).ToHaveCountAsync(0);
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "a lobby with reactions"));
        Assert.Empty(await Axe.ViolationsAsync(ada.Page, "the reactions of a phone"));
        Assert.True(await bruno.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await Screenshots.TakeAsync(bruno.Page, "delight-phone-fr");
        await Screenshots.TakeAsync(host.Page, "delight-host");

        await host.NextAsync();
        await ada.CanAnswerAsync(0);
        await Assertions.Expect(ada.At("reactions")).ToHaveCountAsync(0);
        await ada.AnswerAsync(0, 0);
        await bruno.AnswerAsync(0, 0);
        await ada.SeesAsync("reveal", 0);
        await Assertions.Expect(host.At("reactions-counted")).ToHaveCountAsync(0);
        await bruno.At("react-clap").FocusAsync();
        await bruno.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(host.At("reactions-counted").Locator("li")).ToHaveTextAsync("Clap: 1");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_host_who_switches_reactions_off_sees_none_and_phones_offer_none()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(Repository.At("tests", "Arena.Web.Tests", "fixtures", "power-ups.json"));
        await host.At("play").ClickAsync();
        await host.At("settings-more").ClickAsync();
        await host.At("setting-reactions").UncheckAsync();
        await host.At("launch").ClickAsync();
        var code = await host.CodeAsync();
        var ada = await Fixture.PlayerAsync();
        await ada.JoinAsync(code, "Ada");
        await Assertions.Expect(ada.At("change-face")).ToBeVisibleAsync();
        await Assertions.Expect(ada.At("reactions")).ToHaveCountAsync(0);
        Assert.Empty(Fixture.Complaints);
    }

    /// <summary>What the audio thread is given shows whether there is music: nothing on the page does.</summary>
    [Fact]
    public async Task The_console_plays_music_in_the_lobby_until_it_is_muted_and_phones_play_none()
    {
        var host = await Fixture.HostAsync();
        await host.Page.AddInitScriptAsync(Counting);
        await host.ImportAsync(Repository.At("tests", "Arena.Web.Tests", "fixtures", "power-ups.json"));
        var code = await host.LaunchAsync(questions: 1);
        await host.Page.WaitForFunctionAsync("() => window.tones > 40");
        await Assertions.Expect(host.At("sound-on")).ToHaveCountAsync(0);
        await host.At("music-volume").FillAsync("0.3");
        await host.At("sound").ClickAsync();
        await Assertions.Expect(host.At("music-volume")).ToHaveCountAsync(0);
        await host.Page.ReloadAsync();
        await Assertions.Expect(host.At("sound")).ToHaveAttributeAsync("aria-pressed", "false");

        // After a reload the browser keeps the page silent until it is pressed.
        await host.At("sound").ClickAsync();
        await Assertions.Expect(host.At("music-volume")).ToHaveValueAsync("0.3");
        await host.Page.WaitForFunctionAsync("() => window.tones > 40");
        var ada = await Fixture.PlayerAsync();
        await ada.Page.AddInitScriptAsync(Counting);
        await ada.JoinAsync(code, "Ada");
        await ada.At("sound").ClickAsync();
        await Assertions.Expect(ada.At("music-volume")).ToHaveCountAsync(0);
        Assert.InRange(await ada.Page.EvaluateAsync<int>("() => window.tones"), 0, 3);
        Assert.Empty(Fixture.Complaints);
    }

    private const string Counting = """
        window.tones = 0;
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (...when) { window.tones++; return start.apply(this, when); };
        """;
}
