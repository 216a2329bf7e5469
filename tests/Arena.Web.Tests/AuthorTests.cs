using System.Text;
using System.Text.Json;

namespace Arena.Web.Tests;

/// <summary>A quiz is written in the browser, and nothing of it is lost.</summary>
public sealed class AuthorTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_quiz_is_written_ordered_and_mended_in_place_and_is_there_after_a_refresh()
    {
        var author = await Fixture.HostAsync();
        await author.Page.GotoAsync("/host");
        await author.At("new-quiz").ClickAsync();
        await Assertions.Expect(author.At("save-state")).ToContainTextAsync("Give the quiz a title");
        await FillAsync(author, "quiz-title", "Capitals");
        await Assertions.Expect(author.At("save-state")).ToContainTextAsync("Complete question 1");
        await WriteAsync(author, "What is the capital of Australia?", ["Canberra", "Sydney", "Perth", "Perth"]);
        await Assertions.Expect(author.At("option-3")).ToHaveAttributeAsync("aria-invalid", "true");
        await SaysAsync(author, "unstored");
        await author.At("remove-option-3").ClickAsync();
        await SaysAsync(author, "saved");
        await Assertions.Expect(author.Page).ToHaveURLAsync(Patterns.Quiz());
        await Assertions.Expect(author.At("preview").GetByTestId("prompt")).ToHaveTextAsync("What is the capital of Australia?");
        await Assertions.Expect(author.At("preview").GetByTestId("answer-2")).ToContainTextAsync("Perth");

        await author.At("add-question").ClickAsync();
        await author.At("question-type").SelectOptionAsync("trueFalse");
        await FillAsync(author, "prompt-input", "Berlin is older than Rome.");
        await author.At("correct-1").CheckAsync();
        await FillAsync(author, "explanation-input", "By some two thousand years it is not.");
        await author.At("preview-answer").ClickAsync();
        await Assertions.Expect(author.At("preview")).ToContainTextAsync("By some two thousand years it is not.");
        await author.At("add-question").ClickAsync();
        await WriteAsync(author, "Which city is called Prague?", ["Praha", "Brno"]);
        await author.At("remove-option-3").ClickAsync();
        await author.At("remove-option-2").ClickAsync();
        await SaysAsync(author, "saved");
        await PromptsAsync(author, "What is the capital", "Berlin is older", "Which city is called");
        // What the bar at the top covers in part is no target there.
        await author.Page.EvaluateAsync("() => scrollTo(0, 0)");
        var violations = await Axe.ViolationsAsync(author.Page, "editor");
        Assert.True(violations.Count == 0, string.Join('\n', violations));
        await Screenshots.TakeAsync(author.Page, "author-editor");

        // By keyboard, then with the mouse, then back.
        await author.At("questions").GetByTestId("handle-2").FocusAsync();
        await author.Page.Keyboard.PressAsync("ArrowUp");
        await PromptsAsync(author, "What is the capital", "Which city is called", "Berlin is older");
        await Assertions.Expect(author.At("questions").GetByTestId("handle-1")).ToBeFocusedAsync();
        await Assertions.Expect(author.At("editor-announcement")).ToHaveTextAsync("Now question 2 of 3");
        await DragAsync(author, from: 0, to: 2);
        await PromptsAsync(author, "Which city is called", "Berlin is older", "What is the capital");
        await author.At("undo").ClickAsync();
        await PromptsAsync(author, "What is the capital", "Which city is called", "Berlin is older");
        await author.Page.Keyboard.PressAsync("Control+Shift+Z");
        await PromptsAsync(author, "Which city is called", "Berlin is older", "What is the capital");
        await SaysAsync(author, "saved");

        await author.Page.ReloadAsync();
        await PromptsAsync(author, "Which city is called", "Berlin is older", "What is the capital");
        await author.At("editor-play").ClickAsync();
        await Assertions.Expect(author.At("launch-dialog")).ToContainTextAsync("This quiz has 3.");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task Answers_are_written_marked_moved_and_removed_with_keys_alone()
    {
        var editor = new EditorPage((await Fixture.HostAsync()).Page);
        await editor.BeginAsync();
        await Assertions.Expect(editor.At("questions").GetByText("incomplete")).ToHaveCountAsync(0);
        await editor.TitleAsync("Letters");
        await editor.QuestionAsync("Which?");
        await editor.PressAsync("Enter");
        await Assertions.Expect(editor.At("option-4")).ToBeFocusedAsync();
        await editor.PressAsync("Backspace");
        await Assertions.Expect(editor.At("option-3")).ToBeFocusedAsync();
        await Assertions.Expect(editor.At("option-4")).ToHaveCountAsync(0);
        await editor.PressAsync("Alt+Enter");
        await Assertions.Expect(editor.At("correct-3")).ToBeCheckedAsync();
        await editor.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(editor.At("option-2")).ToBeFocusedAsync();
        await Assertions.Expect(editor.At("option-2")).ToHaveValueAsync("D of Which?");
        await Assertions.Expect(editor.At("correct-2")).ToBeCheckedAsync();

        // Blanks in the text of a question that was added add no more of them.
        await editor.At("add-question").ClickAsync();
        await Assertions.Expect(editor.At("prompt-input")).ToBeFocusedAsync();
        await editor.TypeAsync("What is it?");
        await editor.PromptsAsync("Which?", "What is it?");
        await editor.At("question-0").ClickAsync();
        await Assertions.Expect(editor.At("questions").GetByText("incomplete")).ToHaveCountAsync(1);
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task Unsaved_changes_survive_a_server_failure_and_a_refresh()
    {
        var author = await Fixture.HostAsync();
        await author.ImportAsync(QuizFile.Small);
        await author.At("edit").ClickAsync();
        await SaysAsync(author, "saved");
        await author.Page.Context.SetOfflineAsync(true);
        await FillAsync(author, "quiz-title", "Written on a train");
        await SaysAsync(author, "offline");
        await author.Page.Context.SetOfflineAsync(false);
        await SaysAsync(author, "saved");
        await author.Page.ReloadAsync();
        await Assertions.Expect(author.At("quiz-title")).ToHaveValueAsync("Written on a train");

        await FillAsync(author, "prompt-input", "");
        await SaysAsync(author, "unsound");
        await author.Page.ReloadAsync();
        await Assertions.Expect(author.At("save-state")).ToContainTextAsync("Complete question 1");
        await Assertions.Expect(author.At("prompt-input")).ToHaveValueAsync("");
        await SaysAsync(author, "unsound");
        await author.At("undo").ClickAsync();
        await SaysAsync(author, "saved");
    }

    [Fact]
    public async Task A_quiz_is_duplicated_exported_and_looked_at_before_it_is_imported_again()
    {
        var author = await Fixture.HostAsync();
        await author.ImportAsync(QuizFile.Path);
        await author.At("more").ClickAsync();
        await author.At("duplicate").ClickAsync();
        await Assertions.Expect(author.At("quiz")).ToHaveCountAsync(2);
        await Assertions.Expect(author.At("quiz").First).ToContainTextAsync("(copy)");
        await author.At("more").First.ClickAsync();
        await author.At("export").First.ClickAsync();
        await Assertions.Expect(author.At("losses")).ToHaveTextAsync("Nothing is lost.");
        var download = await author.Page.RunAndWaitForDownloadAsync(() => author.At("download").ClickAsync());
        Assert.EndsWith(".json", download.SuggestedFilename, StringComparison.Ordinal);
        var file = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        using var exported = JsonDocument.Parse(file);
        var questions = exported.RootElement.GetProperty("questions").GetArrayLength();

        // One question of it is spoilt: the others are offered, the fault is shown with its line.
        var spoilt = Patterns.NormalPoints().Replace(file, "\"points\": 999", 1);
        await author.At("import-file").SetInputFilesAsync(new FilePayload
        {
            Name = "spoilt.json",
            MimeType = "application/json",
            Buffer = Encoding.UTF8.GetBytes(spoilt),
        });
        await Assertions.Expect(author.At("import-found")).ToHaveTextAsync(Patterns.Beginning($"{questions - 1} questions can be imported."));
        await Assertions.Expect(author.At("faults").Locator("li")).ToHaveCountAsync(1);
        await Assertions.Expect(author.At("faults").Locator("[data-code=outOfRange]")).ToContainTextAsync(Patterns.Line());
        await Assertions.Expect(author.At("quiz")).ToHaveCountAsync(2);
        Assert.Empty(await Axe.ViolationsAsync(author.Page, "import preview"));
        await Screenshots.TakeAsync(author.Page, "author-import-preview");
        await FillAsync(author, "import-title", "Mended");
        await author.At("import-confirm").ClickAsync();
        await Assertions.Expect(author.At("quiz")).ToHaveCountAsync(3);
        await Assertions.Expect(author.At("quiz").First).ToContainTextAsync("Mended");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task An_author_sees_what_a_format_loses_before_the_download()
    {
        var author = await Fixture.HostAsync();
        await author.Page.GotoAsync("/host");
        await author.At("import-file").SetInputFilesAsync(new FilePayload
        {
            Name = "two.json",
            MimeType = "application/json",
            Buffer = Encoding.UTF8.GetBytes(
                """
                {"arena":1,"title":"Cafés: 1/2","questions":[
                  {"type":"poll","prompt":"Which?","options":[{"label":"a"},{"label":"b"}]},
                  {"type":"singleChoice","prompt":"One?","options":[{"label":"=1+1","correct":true},{"label":"b"}],"points":2000}]}
                """),
        });
        await author.At("import-confirm").ClickAsync();
        await author.At("more").ClickAsync();
        await author.At("export").ClickAsync();
        await Assertions.Expect(author.At("losses")).ToHaveTextAsync("Nothing is lost.");
        await author.At("format-kahoot").FocusAsync();
        await author.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(author.At("format-gift")).ToBeCheckedAsync();
        await Assertions.Expect(author.At("left-out")).ToHaveTextAsync("Poll (1 question)");
        await Assertions.Expect(author.At("losses").Locator("[data-member=points]")).ToHaveTextAsync("Points (1 question)");
        Assert.Empty(await Axe.ViolationsAsync(author.Page, "export dialog"));
        await Screenshots.TakeAsync(author.Page, "author-export");
        var download = await author.Page.RunAndWaitForDownloadAsync(() => author.At("download").ClickAsync());
        Assert.Equal("Cafés 1 2.gift.txt", download.SuggestedFilename);
        var file = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains("\t=\\=1+1\n", file, StringComparison.Ordinal);
        await Assertions.Expect(author.At("export-dialog")).ToHaveCountAsync(0);
        // The menu that led there is closed, and its button has the focus.
        await Assertions.Expect(author.At("duplicate")).ToBeHiddenAsync();
        await Assertions.Expect(author.At("more")).ToBeFocusedAsync();
        Assert.Empty(Fixture.Complaints);
    }

    [Theory]
    [InlineData("rivers.csv", "Question,Answer 1,Answer 2,Correct\nLongest?,Nile,Rhine,1\n", "Rivers")]
    [InlineData("a.json", """{"arena":1,"title":"Own title","questions":[{"type":"slide","prompt":"Hi","body":"Text"}]}""", "Own title")]
    public async Task An_import_sends_its_file_once(string name, string content, string title)
    {
        var author = await Fixture.HostAsync();
        await author.Page.GotoAsync("/host");
        var requests = new List<string>();
        author.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/import", StringComparison.Ordinal))
                requests.Add($"{request.Headers.GetValueOrDefault("content-type")} {new Uri(request.Url).AbsolutePath}");
        };
        await author.At("import-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(content) });
        await author.At("import-confirm").ClickAsync();
        await Assertions.Expect(author.At("quiz")).ToHaveCountAsync(1);
        await Assertions.Expect(author.At("quiz").First).ToContainTextAsync(title);
        Assert.Equal(["application/octet-stream /api/quizzes/import/preview", "application/json /api/quizzes/import/confirm"], requests);
    }

    private static Task FillAsync(HostPage author, string field, string text) => author.At(field).FillAsync(text);

    private static async Task WriteAsync(HostPage author, string prompt, IReadOnlyList<string> options)
    {
        await FillAsync(author, "prompt-input", prompt);
        foreach (var (option, index) in options.Select((option, index) => (option, index)))
            await FillAsync(author, $"option-{index}", option);
        await author.At("prompt-input").FocusAsync();
    }

    private static Task SaysAsync(HostPage author, string state) =>
        Assertions.Expect(author.At("editor")).ToHaveAttributeAsync("data-save", state);

    private static Task PromptsAsync(HostPage author, params string[] beginnings) =>
        Assertions.Expect(author.At("questions").Locator(".prompt")).ToHaveTextAsync(beginnings.Select(Patterns.Beginning));

    private static async Task DragAsync(HostPage author, int from, int to)
    {
        await author.At("questions").GetByTestId($"handle-{from}").FocusAsync();
        var handle = (await author.At("questions").GetByTestId($"handle-{from}").BoundingBoxAsync())!;
        var target = (await author.At("questions").GetByTestId($"handle-{to}").BoundingBoxAsync())!;
        await author.Page.Mouse.MoveAsync(handle.X + (handle.Width / 2), handle.Y + (handle.Height / 2));
        await author.Page.Mouse.DownAsync();
        await author.Page.Mouse.MoveAsync(target.X + (target.Width / 2), target.Y + target.Height, new() { Steps = 5 });
        await author.Page.Mouse.UpAsync();
    }
}
