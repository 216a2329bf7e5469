namespace Arena.Web.Tests;

/// <summary>A new quiz is written without a break, and each key reaches it: across its first save, a network that fails, and in two tabs.</summary>
public sealed class FirstSaveTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly string[] Prompts = ["What is one?", "What is two?", "What is three?", "What is four?", "What is five?"];

    [Fact]
    public async Task Five_questions_typed_across_the_first_save_are_stored_and_played()
    {
        var (host, player) = (await Fixture.HostAsync(), await Fixture.PlayerAsync());
        var editor = new EditorPage(host.Page);
        await editor.BeginAsync();
        await editor.SaysAsync("unstored");
        await editor.TitleAsync("Numbers");
        await editor.QuestionAsync(Prompts[0]);
        await editor.SaysAsync("saved");
        await Assertions.Expect(host.Page).ToHaveURLAsync(Patterns.Quiz());

        // In the middle of a sentence nothing moves.
        await Assertions.Expect(editor.At("option-3")).ToBeFocusedAsync();
        await editor.TypeAsync(", and more");
        await Assertions.Expect(editor.At("option-3")).ToHaveValueAsync($"D of {Prompts[0]}, and more");
        foreach (var prompt in Prompts[1..3])
            await editor.NextQuestionAsync(prompt);
        await editor.SaysAsync("saved");
        Assert.Equal(Prompts[..3], (await editor.StoredAsync())["Numbers"]);
        await Assertions.Expect(editor.At("option-3")).ToBeFocusedAsync();
        foreach (var prompt in Prompts[3..])
            await editor.NextQuestionAsync(prompt);

        // Played at once: unstored changes are stored first.
        await editor.At("editor-play").ClickAsync();
        await Assertions.Expect(host.At("launch-dialog")).ToContainTextAsync("This quiz has 5.");
        var stored = await editor.StoredAsync();
        Assert.Equal(Prompts, Assert.Single(stored).Value);
        await host.Page.GoBackAsync();
        await editor.PromptsAsync(Prompts);
        await editor.SaysAsync("saved");

        await editor.At("editor-play").ClickAsync();
        await Assertions.Expect(host.At("launch-dialog")).ToBeVisibleAsync();
        await host.At("settings-more").ClickAsync();
        await host.At("setting-getReadyMs").FillAsync("0.5");
        await host.At("launch").ClickAsync();
        await player.FollowLinkAsync(await host.CodeAsync());
        await player.NameAsync("Ada");
        await player.SeesLobbyAsync("Ada");
        await Assertions.Expect(host.Names).ToHaveTextAsync(["Ada"]);
        await host.NextAsync();
        for (var round = 0; round < Prompts.Length; round++)
        {
            await player.CanAnswerAsync(round);
            await Assertions.Expect(player.At("prompt")).ToHaveTextAsync(Prompts[round]);
            await player.AnswerAsync(round, 0);
            await player.SeesResultAsync(round, "right");
            await host.NextAsync();
            if (round + 1 == Prompts.Length)
                break;
            await host.SeesAsync("standings", round);
            await host.NextAsync();
        }
        await host.SeesAsync("podium");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_quiz_typed_while_its_first_reply_is_lost_and_the_network_fails_is_stored_once()
    {
        var host = await Fixture.HostAsync();
        var editor = new EditorPage(host.Page);
        await editor.BeginAsync();
        // The server stores the quiz, and the editor does not learn of it.
        var isLost = new TaskCompletionSource();
        await host.Page.RouteAsync("**/api/quizzes/*", async route =>
        {
            if (route.Request.Method == "PUT" && !isLost.Task.IsCompleted)
            {
                await route.FetchAsync();
                await route.AbortAsync();
                isLost.SetResult();
            }
            else
                await route.ContinueAsync();
        });
        await editor.TitleAsync("Numbers");
        await editor.QuestionAsync(Prompts[0]);
        await isLost.Task.WaitAsync(TestContext.Current.CancellationToken);
        await editor.SaysAsync("offline");
        await Assertions.Expect(host.Page).ToHaveURLAsync(Patterns.NewQuiz());
        await host.Page.Context.SetOfflineAsync(true);
        foreach (var prompt in Prompts[1..3])
            await editor.NextQuestionAsync(prompt);
        await editor.SaysAsync("offline");
        await host.Page.Context.SetOfflineAsync(false);
        foreach (var prompt in Prompts[3..])
            await editor.NextQuestionAsync(prompt);
        await editor.SaysAsync("saved");
        await Assertions.Expect(editor.At("option-3")).ToBeFocusedAsync();
        Assert.Equal(Prompts, Assert.Single(await editor.StoredAsync()).Value);
        await Assertions.Expect(editor.At("merged")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Edits_made_during_the_first_save_are_kept_and_can_be_undone()
    {
        var host = await Fixture.HostAsync();
        var editor = new EditorPage(host.Page);
        await editor.BeginAsync();
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await host.Page.RouteAsync("**/api/quizzes/*", async route =>
        {
            asked.TrySetResult();
            await answer.Task;
            await route.ContinueAsync();
        });
        await editor.TitleAsync("Numbers");
        await editor.QuestionAsync(Prompts[0]);
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        await editor.SaysAsync("saving");
        await editor.PressAsync("Control+Enter");
        await editor.TypeAsync("What is");
        answer.SetResult();
        await Assertions.Expect(host.Page).ToHaveURLAsync(Patterns.Quiz());
        await editor.SaysAsync("unsound");
        await Assertions.Expect(editor.At("prompt-input")).ToBeFocusedAsync();
        await editor.TypeAsync(" two?");
        await Assertions.Expect(editor.At("prompt-input")).ToHaveValueAsync(Prompts[1]);
        await editor.PromptsAsync(Prompts[..2]);

        // Back over the first save, to the blank quiz, and forth again.
        for (var steps = 0; await editor.At("undo").IsEnabledAsync(); steps++)
        {
            Assert.True(steps < 30, "There is no end of steps.");
            await editor.PressAsync("Control+z");
        }
        await editor.PromptsAsync("New question");
        await Assertions.Expect(editor.At("quiz-title")).ToHaveValueAsync("");
        while (await editor.At("redo").IsEnabledAsync())
            await editor.PressAsync("Control+Shift+Z");
        await editor.PromptsAsync(Prompts[..2]);
        await Assertions.Expect(editor.At("quiz-title")).ToHaveValueAsync("Numbers");
    }

    [Fact]
    public async Task Two_tabs_write_a_new_quiz_each_at_the_same_time()
    {
        var host = await Fixture.HostAsync();
        EditorPage[] editors = [new(host.Page), new(await host.Page.Context.NewPageAsync())];
        string[] titles = ["First", "Second"];
        foreach (var (editor, title) in editors.Zip(titles))
        {
            await editor.BeginAsync();
            await Assertions.Expect(editor.At("quiz-title")).ToHaveValueAsync("");
            await editor.TitleAsync(title);
        }
        foreach (var (prompt, round) in Prompts.Select((prompt, round) => (prompt, round)))
        {
            foreach (var (editor, title) in editors.Zip(titles))
            {
                await editor.Page.BringToFrontAsync();
                if (round > 0)
                    await editor.PressAsync("Control+Enter");
                await editor.QuestionAsync($"{title}: {prompt}");
            }
        }
        foreach (var editor in editors)
            await editor.SaysAsync("saved");
        var stored = await editors[0].StoredAsync();
        Assert.Equal(titles, stored.Keys.Order());
        foreach (var title in titles)
            Assert.Equal(Prompts.Select(prompt => $"{title}: {prompt}"), stored[title]);
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task Two_tabs_change_one_quiz_and_lose_nothing()
    {
        var host = await Fixture.HostAsync();
        var one = new EditorPage(host.Page);
        await one.BeginAsync();
        await one.TitleAsync("Numbers");
        await one.QuestionAsync(Prompts[0]);
        foreach (var prompt in Prompts[1..3])
            await one.NextQuestionAsync(prompt);
        await one.SaysAsync("saved");
        await Assertions.Expect(host.Page).ToHaveURLAsync(Patterns.Quiz());
        var two = new EditorPage(await host.Page.Context.NewPageAsync());
        await two.Page.GotoAsync(host.Page.Url);
        await two.PromptsAsync(Prompts[..3]);

        // Different questions: both changes.
        await one.At("question-0").ClickAsync();
        await one.At("prompt-input").FillAsync("One in the first tab");
        await one.SaysAsync("saved");
        await two.At("question-2").ClickAsync();
        await two.At("prompt-input").FillAsync("Three in the second tab");
        await two.PromptsAsync("One in the first tab", Prompts[1], "Three in the second tab");
        await two.SaysAsync("saved");
        await Assertions.Expect(two.At("merged")).ToHaveCountAsync(0);

        // The same question: both versions, and word of it.
        await two.At("question-1").ClickAsync();
        await two.At("prompt-input").FillAsync("Two in the second tab");
        await two.SaysAsync("saved");
        await one.At("question-1").ClickAsync();
        await one.At("prompt-input").FillAsync("Two in the first tab");
        string[] both = ["One in the first tab", "Two in the first tab", "Two in the second tab", "Three in the second tab"];
        await one.PromptsAsync(both);
        await Assertions.Expect(one.At("conflict-1")).ToContainTextAsync("Two in the second tab");
        await one.SaysAsync("saved");
        Assert.Equal(both, Assert.Single(await one.StoredAsync()).Value);
        Assert.Empty(await Axe.ViolationsAsync(one.Page, "merged"));
        await Screenshots.TakeAsync(one.Page, "author-merged");
        await one.At("choose-both").ClickAsync();
        await Assertions.Expect(one.At("merged")).ToHaveCountAsync(0);

        // Half a question in each, and one tab closed: the other can have both.
        await one.At("question-0").ClickAsync();
        await one.At("prompt-input").FillAsync("");
        await one.SaysAsync("unsound");
        await two.Page.ReloadAsync();
        await two.PromptsAsync(both);
        await two.At("question-3").ClickAsync();
        await two.At("option-0").FillAsync("");
        await two.SaysAsync("unsound");
        var address = two.Page.Url;
        await two.Page.CloseAsync();
        await one.Page.GotoAsync(address);
        await one.SaysAsync("unsound");
        await one.At("question-3").ClickAsync();
        await Assertions.Expect(one.At("option-0")).Not.ToHaveValueAsync("");
        await one.At("draft-restore").ClickAsync();
        await one.PromptsAsync(["New question", .. both[1..]]);
        await one.At("question-3").ClickAsync();
        await Assertions.Expect(one.At("option-0")).ToHaveValueAsync("");
        Assert.Empty(Fixture.Complaints);
    }
}
