namespace Arena.Web.Tests;

/// <summary>Quizzes that more than one person has to do with.</summary>
public sealed class ShareTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_quiz_is_shared_by_name_changed_by_the_co_author_and_left_again()
    {
        var (owner, friend) = (await Fixture.HostAsync(), await Fixture.HostAsync());
        var (ann, bob) = (new AccountPage(owner.Page), new AccountPage(friend.Page));
        await owner.ImportAsync(QuizFile.Small);
        await OpenSharingAsync(owner);
        await Assertions.Expect(owner.At("share-sign-in")).ToHaveAttributeAsync("href", "/sign-in");
        await bob.RegisterAsync("Ben");
        await bob.IsInAsync();
        await Assertions.Expect(friend.At("no-quiz")).ToBeVisibleAsync();
        await ann.RegisterAsync("Laura");
        await ann.IsInAsync();

        await OpenSharingAsync(owner);
        await owner.At("co-author-name").FillAsync("Nobody");
        await owner.At("co-author-add").ClickAsync();
        await ann.IsRefusedAsync("unknownUser");
        await owner.At("co-author-name").FillAsync("ben");
        await owner.At("co-author-add").ClickAsync();
        await Assertions.Expect(owner.At("co-authors").Locator("li")).ToContainTextAsync(["Ben"]);
        await Assertions.Expect(owner.At("refusal")).ToHaveCountAsync(0);

        await friend.Page.ReloadAsync();
        await Assertions.Expect(friend.At("quiz")).ToContainTextAsync(["by Laura"]);
        await friend.At("edit").ClickAsync();
        await friend.At("quiz-title").FillAsync("Changed by Ben");
        await Assertions.Expect(friend.At("editor")).ToHaveAttributeAsync("data-save", "saved");
        await friend.At("share-open").ClickAsync();
        await Assertions.Expect(friend.At("share")).ToContainTextAsync("Laura shares this quiz with you.");
        await Assertions.Expect(friend.At("co-author-add")).ToHaveCountAsync(0);
        Assert.Empty(await Axe.ViolationsAsync(friend.Page, "share"));
        await owner.Page.ReloadAsync();
        await Assertions.Expect(owner.At("quiz")).ToContainTextAsync(["Changed by Ben"]);

        await friend.Page.GotoAsync("/host");
        await friend.At("more").ClickAsync();
        await friend.At("export").ClickAsync();
        await friend.At("format-csv").CheckAsync();
        var download = await friend.Page.RunAndWaitForDownloadAsync(() => friend.At("download").ClickAsync());
        Assert.Equal("Changed by Ben.csv", download.SuggestedFilename);
        await Assertions.Expect(friend.At("leave")).ToBeHiddenAsync();
        await friend.At("more").ClickAsync();
        await friend.At("leave").ClickAsync();
        await Assertions.Expect(friend.At("no-quiz")).ToBeVisibleAsync();
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_published_quiz_is_found_hosted_and_copied_by_others_until_it_is_private_again()
    {
        var (owner, guest) = (await Fixture.HostAsync(), await Fixture.HostAsync());
        await owner.ImportAsync(QuizFile.Small);
        var ann = new AccountPage(owner.Page);
        await ann.RegisterAsync("Marta");
        await ann.IsInAsync();
        var title = await owner.At("quiz").Locator("h3").InnerTextAsync();
        await OpenSharingAsync(owner);
        await owner.At("visibility-unlisted").CheckAsync();
        var link = await owner.At("share-link").InputValueAsync();

        // The link shows it; the list does not.
        await guest.Page.GotoAsync(link);
        await Assertions.Expect(guest.At("shared-quiz").Locator("h1")).ToHaveTextAsync(title);
        Assert.Empty(await Axe.ViolationsAsync(guest.Page, "shared quiz"));
        await guest.At("duplicate").ClickAsync();
        await Assertions.Expect(guest.At("quiz")).ToContainTextAsync([$"{title} (copy)"]);
        await guest.At("public-link").ClickAsync();
        await Assertions.Expect(guest.At("no-public")).ToBeVisibleAsync();

        await owner.At("visibility-public").CheckAsync();
        await Assertions.Expect(owner.At("visibility-public")).ToBeEnabledAsync();
        await guest.At("search").FillAsync("no such words");
        await guest.At("search-go").ClickAsync();
        await Assertions.Expect(guest.At("no-public")).ToContainTextAsync("no such words");
        await guest.At("search").FillAsync(title[1..]);
        await guest.At("search-go").ClickAsync();
        await Assertions.Expect(guest.At("public-quiz")).ToContainTextAsync(["by Marta"]);
        Assert.Empty(await Axe.ViolationsAsync(guest.Page, "public quizzes"));
        await guest.At("play").ClickAsync();
        await guest.At("launch").ClickAsync();
        Assert.Equal(6, (await guest.CodeAsync()).Length);

        // While it is played its answers are hidden, and others can still host it.
        await guest.Page.GotoAsync(link);
        await Assertions.Expect(guest.At("in-play")).ToBeVisibleAsync();
        await Assertions.Expect(guest.At("duplicate")).ToHaveCountAsync(0);
        Assert.Empty(await Axe.ViolationsAsync(guest.Page, "shared quiz in play"));
        await guest.At("play").ClickAsync();
        await Assertions.Expect(guest.At("key-is-open")).ToBeVisibleAsync();
        await Screenshots.TakeAsync(guest.Page, "launch-shared-in-play");

        await owner.At("visibility-private").CheckAsync();
        await Assertions.Expect(owner.At("visibility-private")).ToBeEnabledAsync();
        await Assertions.Expect(owner.At("share-link")).ToHaveCountAsync(0);
        await guest.Page.GotoAsync(link);
        await Assertions.Expect(guest.At("shared-missing")).ToBeVisibleAsync();
        Assert.Empty(Fixture.Complaints);
    }

    private static async Task OpenSharingAsync(HostPage owner)
    {
        await owner.At("more").ClickAsync();
        await owner.At("share-open").ClickAsync();
        await Assertions.Expect(owner.At("share-dialog")).ToBeVisibleAsync();
    }
}
