namespace Arena.Web.Tests;

/// <summary>Tags and folders: given in the editor, they find quizzes again and choose what a game draws from.</summary>
public sealed class QuizBankTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_quiz_with_tags_and_a_folder_is_found_again_and_its_questions_are_drawn()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        await WriteRiversAsync(host.Page);

        await host.Page.GotoAsync("/host");
        await Assertions.Expect(host.At("quiz")).ToHaveCountAsync(2);
        await Assertions.Expect(host.At("quiz-tags")).ToHaveTextAsync("#Géographie #Été");
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "quiz filters"));
        await host.At("quiz-search").FillAsync("SEINE");
        await Assertions.Expect(host.At("quiz")).ToHaveCountAsync(1);
        await Assertions.Expect(host.At("found")).ToHaveTextAsync("1 quiz");
        await host.At("quiz-search").FillAsync("nothing like it");
        await Assertions.Expect(host.At("found")).ToHaveTextAsync("No quiz matches.");
        await host.At("filter-clear").PressAsync("Enter");
        await Assertions.Expect(host.At("quiz")).ToHaveCountAsync(2);
        await host.At("filter-folder").PressAsync("Space");
        await Assertions.Expect(host.At("filter-folder")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(host.At("quiz")).ToHaveCountAsync(1);
        await host.At("filter-tag").First.ClickAsync();
        await Assertions.Expect(host.At("found")).ToHaveTextAsync("1 quiz");
        await Screenshots.TakeAsync(host.Page, "quiz-filters");

        await host.At("play").ClickAsync();
        await host.At("setting-shuffle").CheckAsync();
        await Assertions.Expect(host.At("drawing")).ToHaveTextAsync("Draws 1 of 1 question.");
        await host.At("draw-tag").First.ClickAsync();
        await Assertions.Expect(host.At("draw-tag").First).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(host.At("drawing")).ToHaveTextAsync("Draws 1 of 1 question.");
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "draw"));
        await Screenshots.TakeAsync(host.Page, "draw");
        await host.At("launch").ClickAsync();
        await host.CodeAsync();
        Assert.Empty(Fixture.Complaints);
    }

    /// <summary>A quiz of one question, written with the keyboard.</summary>
    private static async Task WriteRiversAsync(IPage page)
    {
        var editor = new EditorPage(page);
        await editor.BeginAsync();
        await editor.TitleAsync("Rivers");
        await editor.QuestionAsync("Where is the Seine?");
        await editor.At("tag-input").FocusAsync();
        await editor.TypeAsync("Géographie");
        await editor.PressAsync("Enter");
        await editor.TypeAsync("geographie,Zoo,Été,");
        await Assertions.Expect(editor.At("tags").Locator("li")).ToHaveTextAsync(["Géographie ×", "Zoo ×", "Été ×"]);
        await editor.At("tag-remove").Nth(1).PressAsync("Enter");
        await Assertions.Expect(editor.At("tag-input")).ToBeFocusedAsync();
        await editor.At("quiz-folder").FocusAsync();
        await editor.TypeAsync("Class 7");
        Assert.Empty(await Axe.ViolationsAsync(page, "tags"));
        await Screenshots.TakeAsync(page, "tags");
        await editor.SaysAsync("saved");
    }
}
