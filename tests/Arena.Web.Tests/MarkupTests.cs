namespace Arena.Web.Tests;

/// <summary>Emphasis and formulas of an author's texts, within the policy of pages: a broken one would be a complaint of the browser.</summary>
public sealed class MarkupTests(Chromium chromium) : BrowserTest(chromium)
{
    /// <summary>Whether all of an element is within the height of its formula.</summary>
    private const string IsWithin = """
        node => {
          const formula = node.closest('.formula').getBoundingClientRect();
          return [...node.querySelectorAll('*')].map(part => part.getBoundingClientRect())
            .every(part => part.height > 0 && part.top >= formula.top - 8 && part.bottom <= formula.bottom + 8);
        }
        """;

    [Fact]
    public async Task Formulas_and_emphasis_are_set_on_phones_and_on_the_projector_and_nothing_in_a_text_becomes_markup()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(Repository.At("tests", "Arena.Web.Tests", "fixtures", "markup.json"));
        var code = await host.LaunchAsync(1, isBrief: true);
        var ada = await Fixture.PlayerAsync();
        await ada.JoinAsync(code, "Ada");
        var projector = await host.Page.Context.NewPageAsync();
        await projector.GotoAsync($"/host/{code}/screen");
        await Assertions.Expect(projector.GetByTestId("projector")).ToHaveAttributeAsync("data-phase", "lobby");
        await host.NextAsync();
        await ada.CanAnswerAsync(0);

        foreach (var page in (IPage[])[ada.Page, host.Page, projector])
        {
            var prompt = page.GetByTestId("prompt");
            await Assertions.Expect(prompt.Locator("math")).ToHaveCountAsync(2);
            await Assertions.Expect(prompt.Locator("mfrac")).ToHaveCountAsync(1);
            await Assertions.Expect(prompt.Locator("strong")).ToHaveTextAsync("slope");
            await Assertions.Expect(prompt.Locator("code")).ToHaveTextAsync("2*3*4");
            await Assertions.Expect(prompt).ToContainTextAsync("<img src=x onerror=alert(1)>");
            await Assertions.Expect(prompt.Locator("img")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("[data-answer='1'] em")).ToHaveTextAsync("none");
            await Assertions.Expect(page.Locator("[data-answer='1'] math")).ToContainTextAsync("ℝ");
            await Assertions.Expect(page.Locator("[data-answer='2']")).ToContainTextAsync("$5 and $10");
            await Assertions.Expect(page.Locator("[data-answer='3']")).ToContainTextAsync("$\\fcolorbox{red}{blue}{x}$");
        }
        await Screenshots.TakeAsync(ada.Page, "player-markup");
        await Screenshots.TakeAsync(projector, "projector-markup");
        await Assertions.Expect(ada.At("announcement")).ToContainTextAsync("What is the slope of \\frac{1}{x} at x = 2?");

        await ada.AnswerAsync(0, 1);
        await ada.SeesAsync("reveal", 0);
        await Assertions.Expect(ada.At("result").Locator("math")).ToHaveCountAsync(5);
        await Assertions.Expect(ada.At("result")).ToContainTextAsync("$\\frac{$");
        await Assertions.Expect(ada.At("result")).ToContainTextAsync("$\\def\\a{x}\\a$");
        await Assertions.Expect(projector.Locator(".explanation math")).ToHaveCountAsync(3);
        Assert.True(await projector.Locator(".explanation mpadded").EvaluateAsync<bool>(IsWithin), "A formula reaches beyond its place.");
        await Assertions.Expect(projector.Locator("a[href^=javascript]")).ToHaveCountAsync(0);
        await Screenshots.TakeAsync(ada.Page, "player-markup-result");
        Assert.Empty(await Axe.ViolationsAsync(ada.Page, "a phone with formulas"));
        Assert.Empty(Fixture.Complaints);
    }
}
