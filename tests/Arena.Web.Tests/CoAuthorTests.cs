namespace Arena.Web.Tests;

/// <summary>Two people write one quiz at the same time, each in a browser of their own.</summary>
public sealed class CoAuthorTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Two_authors_see_each_others_changes_and_choose_where_both_changed_a_question()
    {
        var (owner, friend) = (await Fixture.HostAsync(), await Fixture.HostAsync());
        var (ann, bob) = (new AccountPage(owner.Page), new AccountPage(friend.Page));
        await bob.RegisterAsync("Bodo");
        await bob.IsInAsync();
        await ann.RegisterAsync("Antje");
        await ann.IsInAsync();
        var one = new EditorPage(owner.Page);
        await one.BeginAsync();
        await one.TitleAsync("Together");
        string[] prompts = ["What is one?", "What is two?", "What is three?"];
        await one.QuestionAsync(prompts[0]);
        foreach (var prompt in prompts[1..])
            await one.NextQuestionAsync(prompt);
        await one.SaysAsync("saved");
        await one.At("share-open").ClickAsync();
        await one.At("co-author-name").FillAsync("bodo");
        await one.At("co-author-add").ClickAsync();
        await Assertions.Expect(one.At("co-authors").Locator("li")).ToContainTextAsync(["Bodo"]);
        await one.PressAsync("Escape");
        var two = new EditorPage(friend.Page);
        await two.Page.GotoAsync(one.Page.Url);
        await two.PromptsAsync(prompts);

        // Half a sentence, in the middle of which the other's change arrives.
        await one.At("question-0").ClickAsync();
        await one.At("prompt-input").FillAsync("");
        await one.TypeAsync("Wht");
        await one.PressAsync("ArrowLeft");
        await two.At("question-2").ClickAsync();
        await two.At("prompt-input").FillAsync("Three, by the friend");
        await one.PromptsAsync("Wht", prompts[1], "Three, by the friend");
        await Assertions.Expect(one.At("editor-announcement")).ToHaveTextAsync("Question 3 was changed elsewhere");
        await Assertions.Expect(one.At("question-2")).ToContainTextAsync("changed elsewhere");
        await Assertions.Expect(one.At("prompt-input")).ToBeFocusedAsync();
        await one.TypeAsync("a");
        await Assertions.Expect(one.At("prompt-input")).ToHaveValueAsync("What");
        await two.PromptsAsync("What", prompts[1], "Three, by the friend");
        await one.At("question-2").ClickAsync();
        await Assertions.Expect(one.At("question-2")).Not.ToContainTextAsync("changed elsewhere");

        // The same question on both sides: its author chooses, and the other sees the choice.
        await one.Page.Context.SetOfflineAsync(true);
        await one.At("question-1").ClickAsync();
        await one.At("prompt-input").FillAsync("Two, by the owner");
        await one.SaysAsync("offline");
        await two.At("question-1").ClickAsync();
        await two.At("prompt-input").FillAsync("Two, by the friend");
        await two.SaysAsync("saved");
        await one.Page.Context.SetOfflineAsync(false);
        await one.At("to-conflict").ClickAsync();
        await Assertions.Expect(one.At("merged")).ToBeFocusedAsync();
        await Assertions.Expect(one.At("conflict-1")).ToContainTextAsync("Two, by the friend");
        await Assertions.Expect(one.At("conflict-1")).ToContainTextAsync("Two, by the owner");
        Assert.Empty(await Axe.ViolationsAsync(one.Page, "conflict"));
        await Screenshots.TakeAsync(one.Page, "author-conflict");
        await one.At("choose-other").ClickAsync();
        await Assertions.Expect(one.At("merged")).ToHaveCountAsync(0);
        string[] left = ["What", "Two, by the friend", "Three, by the friend"];
        await one.PromptsAsync(left);
        await one.SaysAsync("saved");
        await two.PromptsAsync(left);
        await Assertions.Expect(two.At("merged")).ToHaveCountAsync(0);
        Assert.Empty(Fixture.Complaints);
    }
}
