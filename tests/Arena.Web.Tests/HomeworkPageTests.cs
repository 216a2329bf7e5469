using System.Text.Json;

namespace Arena.Web.Tests;

/// <summary>Homework from setting it over playing it on phones to its results, and practice.</summary>
public sealed class HomeworkPageTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Right = 0;
    private const int Wrong = 1;

    [Fact]
    public async Task A_teacher_sets_homework_and_two_players_do_it_each_at_their_own_pace()
    {
        var teacher = await TeacherAsync("Mr.Rivers");
        await teacher.At("more").ClickAsync();
        await teacher.At("set-as-homework").ClickAsync();
        await Assertions.Expect(teacher.At("homework-title")).ToHaveValueAsync("Rivers");
        await teacher.At("homework-feedback-end").CheckAsync();
        await teacher.At("homework-attempts").SelectOptionAsync("2");
        await LooksRightAsync(teacher.Page, "set-homework");
        await teacher.At("set-homework-go").ClickAsync();
        await Assertions.Expect(teacher.At("no-players")).ToBeVisibleAsync();
        var link = new Uri(await teacher.At("homework-url").InnerTextAsync()).AbsolutePath;

        var ann = await Fixture.PlayerAsync();
        await ann.Page.GotoAsync(link);
        await LooksRightAsync(ann.Page, "homework-start");
        await StartAsync(ann, "Ann");
        await ann.CanAnswerAsync(0);
        Assert.Empty(await Axe.ViolationsAsync(ann.Page, "homework-asking"));
        await ann.Answer(Right).ClickAsync();
        // The next question comes at once, and says nothing of the one before; a refresh changes nothing.
        await ann.CanAnswerAsync(1);
        await Screenshots.TakeAsync(ann.Page, "homework-asking");
        Assert.DoesNotContain("Because", await ann.Page.ContentAsync(), StringComparison.Ordinal);
        await ann.Page.ReloadAsync();
        await Assertions.Expect(ann.At("own-attempt")).ToContainTextAsync("not finished");
        await LooksRightAsync(ann.Page, "homework-continue");
        await ann.At("start").ClickAsync();
        await ann.AnswerAsync(1, Wrong);
        await Assertions.Expect(ann.At("done")).ToBeVisibleAsync();
        await Assertions.Expect(ann.At("own-attempt")).ToContainTextAsync("1 of 2 correct");
        await ann.At("show-answers").ClickAsync();
        await Assertions.Expect(ann.At("reviewed")).ToHaveCountAsync(2);
        await Assertions.Expect(ann.At("reviewed").Nth(1)).ToHaveAttributeAsync("data-outcome", "wrong");
        await Assertions.Expect(ann.At("reviewed").Nth(1)).ToContainTextAsync("Because of 1.");
        await LooksRightAsync(ann.Page, "homework-review");
        await ann.At("back").ClickAsync();

        // Another player on the same phone, in French.
        await ann.At("someone-else").ClickAsync();
        await StartAsync(ann, "Bob");
        await ann.AnswerAsync(0, Right);
        await ann.CanAnswerAsync(1);

        await teacher.Page.ReloadAsync();
        await Assertions.Expect(teacher.At("result-row")).ToHaveCountAsync(2);
        await Assertions.Expect(teacher.At("under-way")).ToContainTextAsync("1 of 2");
        await Assertions.Expect(teacher.At("result-row").First).ToContainTextAsync("1 of 2");
        await LooksRightAsync(teacher.Page, "homework-results");
        await teacher.At("close-homework").ClickAsync();
        await teacher.At("sure").ClickAsync();
        await Assertions.Expect(teacher.At("homework-facts")).ToContainTextAsync("Closed");
        await Assertions.Expect(ann.At("why-not")).ToHaveAttributeAsync("data-code", "homeworkClosed");
        await teacher.Page.GotoAsync("/homework");
        await Assertions.Expect(teacher.At("homework")).ToContainTextAsync("Rivers");
        await LooksRightAsync(teacher.Page, "homework-list");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_player_practises_by_keyboard_until_every_answer_was_right_in_french()
    {
        var player = await Fixture.PlayerAsync("fr-FR");
        await SignUpWithQuizAsync(player.Page, "Ms.Practice");
        await player.At("more").ClickAsync();
        await player.At("practise").ClickAsync();
        await player.AnswerAsync(0, Wrong);
        await Assertions.Expect(player.At("comes-again")).ToBeVisibleAsync();
        await LooksRightAsync(player.Page, "practice-result");
        await player.At("next").FocusAsync();
        await player.Page.Keyboard.PressAsync("Enter");
        await player.AnswerAsync(1, Right);
        await player.At("next").ClickAsync();
        await player.CanAnswerAsync(2);
        await player.Page.ReloadAsync();
        await player.AnswerAsync(2, Right);
        await Assertions.Expect(player.At("next")).ToHaveTextAsync("Terminer");
        await player.At("next").ClickAsync();
        await Assertions.Expect(player.At("practice-over")).ToBeVisibleAsync();
        await LooksRightAsync(player.Page, "practice-over");
        Assert.Empty(Fixture.Complaints);
    }

    private static async Task StartAsync(PlayerPage player, string name)
    {
        await player.At("player-name").FillAsync(name);
        await player.At("player-name").PressAsync("Enter");
    }

    private async Task<AccountPage> TeacherAsync(string name)
    {
        var host = await Fixture.HostAsync();
        return await SignUpWithQuizAsync(host.Page, name);
    }

    private static async Task<AccountPage> SignUpWithQuizAsync(IPage page, string name)
    {
        var account = new AccountPage(page);
        await account.RegisterAsync(name);
        await account.IsInAsync();
        var file = Path.Combine(Directory.CreateTempSubdirectory("arena-homework-").FullName, "Rivers.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            arena = 1,
            title = "Rivers",
            questions = Enumerable.Range(0, 2).Select(number => new
            {
                type = "singleChoice",
                prompt = $"Which river is number {number}?",
                options = (object[])[new { label = "Right", correct = true }, new { label = "Wrong", correct = false }],
                timeLimitMs = 20_000,
                points = 1000,
                explanation = $"Because of {number}.",
            }),
        }));
        await new HostPage(page).ImportAsync(file);
        File.Delete(file);
        return account;
    }

    /// <summary>No rule of WCAG is broken and nothing sticks out, on a phone and on a desk; leaves pictures of both.</summary>
    private static async Task LooksRightAsync(IPage page, string picture)
    {
        var before = page.ViewportSize;
        foreach (var (width, height, name) in new[] { (360, 740, $"{picture}-phone"), (1280, 800, picture) })
        {
            await page.SetViewportSizeAsync(width, height);
            Assert.Empty(await Axe.ViolationsAsync(page, picture));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{picture} sticks out at {width}");
            await Screenshots.TakeWholeAsync(page, name);
        }
        if (before is not null)
            await page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
