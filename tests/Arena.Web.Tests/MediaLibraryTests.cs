using System.IO.Compression;
using System.Text;

namespace Arena.Web.Tests;

/// <summary>An author's media: one file takes a quiz with them elsewhere, and their page describes, finds and deletes them.</summary>
public sealed class MediaLibraryTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_quiz_with_a_picture_is_exported_as_one_file_and_imported_by_another_author()
    {
        var (author, other) = (await Fixture.HostAsync(), await Fixture.HostAsync());
        await WriteAsync(author, "Lakes");
        await author.Page.GotoAsync("/host");
        await author.At("more").ClickAsync();
        await author.At("export").ClickAsync();
        await Assertions.Expect(author.At("losses")).ToContainTextAsync("Nothing is lost");
        var download = await author.Page.RunAndWaitForDownloadAsync(() => author.At("download").ClickAsync());
        Assert.Equal("Lakes.arena.zip", download.SuggestedFilename);
        var file = Screenshots.At("lakes.arena.zip");
        await download.SaveAsAsync(file);

        await other.ImportAsync(file);
        await Assertions.Expect(other.At("missing-media")).ToHaveCountAsync(0);
        await other.At("edit").ClickAsync();
        await Assertions.Expect(other.At("question-medium-alt")).ToHaveValueAsync("A page with a form");
        await Assertions.Expect(other.At("question-medium-credit")).ToHaveValueAsync("Ann, CC BY 4.0");
        await other.Page.WaitForFunctionAsync("() => document.querySelector('[data-testid=question-medium] img')?.naturalWidth > 0");

        await other.Page.GotoAsync("/host");
        await other.At("import-file").SetInputFilesAsync(new FilePayload { Name = "bad.zip", MimeType = "application/zip", Buffer = Incomplete() });
        await Assertions.Expect(other.At("missing-media").Locator("li")).ToHaveAttributeAsync("data-code", "mediaKindUnknown");
        await Screenshots.TakeAsync(other.Page, "import-missing-media");
        Assert.Empty(await Axe.ViolationsAsync(other.Page, "import-missing-media"));
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task The_editor_exports_a_stored_quiz_with_its_last_change_and_its_media()
    {
        var author = await Fixture.HostAsync();
        await WriteAsync(author, "Lakes");
        await author.At("quiz-title").FillAsync("Lakes of today");
        await author.At("export").ClickAsync();
        await Assertions.Expect(author.At("losses")).ToContainTextAsync("Nothing is lost");
        await Screenshots.TakeAsync(author.Page, "editor-export");
        Assert.Empty(await Axe.ViolationsAsync(author.Page, "editor-export"));
        var download = await author.Page.RunAndWaitForDownloadAsync(() => author.At("download").ClickAsync());
        Assert.Equal("Lakes of today.arena.zip", download.SuggestedFilename);
        await Assertions.Expect(author.At("export-dialog")).ToHaveCountAsync(0);
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task Media_are_described_found_used_again_and_deleted()
    {
        var author = await Fixture.HostAsync();
        await WriteAsync(author, "Lakes");
        // A second one, that the quiz then no longer uses.
        await author.At("question-medium-file").SetInputFilesAsync(
            new FilePayload { Name = "second.png", MimeType = "image/png", Buffer = await author.Page.ScreenshotAsync() });
        await Assertions.Expect(author.At("question-medium-alt")).ToHaveValueAsync("");
        await new EditorPage(author.Page).SaysAsync("saved");
        await author.Page.GotoAsync("/host");
        await author.At("media-link").ClickAsync();
        await Assertions.Expect(author.At("medium")).ToHaveCountAsync(2);
        await Assertions.Expect(author.At("media-space")).ToHaveAttributeAsync("aria-valuetext", Patterns.Space());
        await Screenshots.TakeWholeAsync(author.Page, "media-library");
        Assert.Empty(await Axe.ViolationsAsync(author.Page, "media-library"));

        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Edit “first.png”" }).ClickAsync();
        await author.At("medium-alt").FillAsync("A lake in the evening");
        await author.At("medium-credit").FillAsync("Ann, CC BY 4.0");
        await author.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(author.At("medium-texts")).ToHaveCountAsync(0);
        await Assertions.Expect(author.At("media-done")).ToHaveTextAsync("Saved.");
        await author.At("media-search").FillAsync("EVENING");
        await Assertions.Expect(author.At("medium")).ToHaveCountAsync(1);
        await author.At("media-search").FillAsync("");
        await Assertions.Expect(author.At("medium")).ToHaveCountAsync(2);

        // From the editor, with what the library says of it.
        await author.Page.GotoAsync("/host");
        await author.At("edit").ClickAsync();
        await author.At("question-medium-own").ClickAsync();
        await Assertions.Expect(author.At("pick-medium").GetByTestId("medium")).ToHaveCountAsync(2);
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Use “first.png”" }).ClickAsync();
        await Assertions.Expect(author.At("question-medium-alt")).ToHaveValueAsync("A lake in the evening");
        await Assertions.Expect(author.At("question-medium-credit")).ToHaveValueAsync("Ann, CC BY 4.0");
        await new EditorPage(author.Page).SaysAsync("saved");

        await author.Page.GotoAsync("/host/media");
        await Assertions.Expect(author.At("medium-remove")).ToHaveCountAsync(1);
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Delete “second.png”" }).ClickAsync();
        await Assertions.Expect(author.At("medium")).ToHaveCountAsync(1);
        await Assertions.Expect(author.At("media-done")).ToContainTextAsync("was deleted");
        await Assertions.Expect(author.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task The_corners_of_a_polygon_are_moved_added_and_removed_with_the_mouse_and_with_keys()
    {
        var author = await Fixture.HostAsync();
        var editor = new EditorPage(author.Page);
        await editor.BeginAsync();
        await editor.TitleAsync("Places");
        await editor.TypeAsync("Where is the middle?");
        await author.At("question-type").SelectOptionAsync("pin");
        await author.At("question-medium-file").SetInputFilesAsync(
            new FilePayload { Name = "file.png", MimeType = "image/png", Buffer = await author.Page.ScreenshotAsync() });
        await author.At("draw-polygon").ClickAsync();
        var box = (await Target(author).BoundingBoxAsync())!;
        foreach (var (x, y) in ((float, float)[])[(0.2f, 0.2f), (0.8f, 0.2f), (0.5f, 0.8f)])
            await Target(author).ClickAsync(new() { Position = new() { X = x * box.Width, Y = y * box.Height } });
        await author.At("finish-polygon").ClickAsync();
        await Assertions.Expect(author.At("corner-2")).ToHaveAccessibleNameAsync(Patterns.Corner());
        await Assertions.Expect(author.At("remove-corner")).ToBeDisabledAsync();

        // By mouse: the first corner to the left, and a fourth one from the sign between two.
        await author.At("corner-0").HoverAsync();
        await author.Page.Mouse.DownAsync();
        var target = (await Target(author).BoundingBoxAsync())!;
        await author.Page.Mouse.MoveAsync(target.X + (0.1f * target.Width), target.Y + (0.3f * target.Height), new() { Steps = 4 });
        await author.Page.Mouse.UpAsync();
        Assert.Equal((0.1, 0.3), await CornerAsync(author, 0));
        await author.At("between-0").ClickAsync();
        await Assertions.Expect(author.At("corner-3")).ToBeVisibleAsync();
        await Assertions.Expect(author.At("corner-1")).ToBeFocusedAsync();

        // By keyboard.
        await author.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(author.At("corner-2")).ToBeFocusedAsync();
        await author.Page.Keyboard.PressAsync("Shift+ArrowDown");
        Assert.Equal((0.8, 0.3), await CornerAsync(author, 2));
        await author.Page.Keyboard.PressAsync("Insert");
        await Assertions.Expect(author.At("corner-3")).ToBeFocusedAsync();
        await author.Page.Keyboard.PressAsync("Delete");
        await author.Page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(author.At("corner-3")).ToHaveCountAsync(0);
        await Assertions.Expect(author.At("corner-2")).ToBeFocusedAsync();
        await author.Page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(author.At("corner-2")).ToBeVisibleAsync();
        await author.At("add-corner").ClickAsync();
        await Assertions.Expect(author.At("corner-3")).ToBeVisibleAsync();
        await editor.SaysAsync("saved");
        await Screenshots.TakeAsync(author.Page, "editor-pin-corners");
        Assert.Empty(await Axe.ViolationsAsync(author.Page, "editor-pin-corners"));
        await author.Page.SetViewportSizeAsync(360, 740);
        await author.At("corner-0").ScrollIntoViewIfNeededAsync();
        await Screenshots.TakeAsync(author.Page, "editor-pin-corners-phone");

        await author.Page.ReloadAsync();
        await author.At("area-0").CheckAsync();
        Assert.Equal((0.1, 0.3), await CornerAsync(author, 0));
        await Target(author).FocusAsync();
        await author.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal((0.12, 0.3), await CornerAsync(author, 0));
        Assert.Empty(Fixture.Complaints);
    }

    /// <summary>A quiz of one question with a picture of the page, stored.</summary>
    private static async Task WriteAsync(HostPage author, string title)
    {
        var editor = new EditorPage(author.Page);
        await editor.BeginAsync();
        await editor.TitleAsync(title);
        await editor.QuestionAsync("What is this?");
        await author.At("question-medium-file").SetInputFilesAsync(
            new FilePayload { Name = "first.png", MimeType = "image/png", Buffer = await author.Page.ScreenshotAsync() });
        await author.At("question-medium-alt").FillAsync("A page with a form");
        await author.At("question-medium-credit").FillAsync("Ann, CC BY 4.0");
        await editor.SaysAsync("saved");
    }

    /// <summary>The picture of the form, beside that of the preview.</summary>
    private static ILocator Target(HostPage author) => author.At("question-form").GetByTestId("pin-target");

    /// <summary>Where a corner is, in shares of the picture.</summary>
    private static async Task<(double X, double Y)> CornerAsync(HostPage author, int index)
    {
        var place = await author.At($"corner-{index}").EvaluateAsync<double[]>("({ style }) => [parseFloat(style.left), parseFloat(style.top)]");
        return (Math.Round(place[0] / 100, 2), Math.Round(place[1] / 100, 2));
    }

    /// <summary>An archive whose only medium is none.</summary>
    private static byte[] Incomplete()
    {
        const string Name = "0123456789abcdef0123456789abcdef";
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in ((string, string)[])
            [
                ("quiz.json", $$"""{"arena":1,"title":"Bad","questions":[{"type":"openText","prompt":"Which lake?","media":{"name":"{{Name}}","kind":"picture"} }]}"""),
                ($"media/{Name}.png", "<svg/>"),
            ])
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return file.ToArray();
    }
}
