namespace Arena.Web.Tests;

/// <summary>What an account has beside its quizzes: results, keys for scripts, and games that others let it host.</summary>
public sealed class OwnThingsTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task An_unfit_name_is_refused_and_a_guest_s_result_is_added_to_the_account()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        var code = await host.LaunchAsync(questions: 1);
        var guest = await Fixture.PlayerAsync();
        await guest.FollowLinkAsync(code);
        await guest.NameAsync("Connard");
        await Assertions.Expect(guest.Refusal).ToHaveAttributeAsync("data-code", "nicknameUnfit");
        await guest.NameAsync("Cassandre");
        await guest.SeesLobbyAsync("Cassandre");
        await host.NextAsync();
        await guest.AnswerAsync(0, QuizFile.Questions[0].Correct);
        await guest.SeesResultAsync(0, "right");
        await host.NextAsync();
        await guest.SeesAsync("podium");
        await guest.At("to-account").ClickAsync();
        await Assertions.Expect(guest.At("account-submit")).ToBeVisibleAsync();

        var account = new AccountPage(guest.Page);
        await account.RegisterAsync("Cassandre");
        await account.IsInAsync();
        await account.OpenAsync("Cassandre");
        await account.At("to-profile").ClickAsync();
        await Assertions.Expect(account.At("own-result")).ToHaveCountAsync(1);
        await Assertions.Expect(account.At("own-result")).ToContainTextAsync("Cassandre");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_key_is_shown_once_and_revoked()
    {
        var account = new AccountPage((await Fixture.HostAsync()).Page);
        await account.RegisterAsync("Ida");
        await account.IsInAsync();
        await account.OpenAsync("Ida");
        await account.At("api-key-name").FillAsync("Backup");
        await account.At("api-key-quizzes:read").CheckAsync();
        await account.At("api-key-password").FillAsync("not her password");
        await account.At("make-api-key").ClickAsync();
        await account.IsRefusedAsync("signInFailed");
        await account.At("api-key-password").FillAsync(AccountPage.Password);
        await account.At("make-api-key").ClickAsync();
        var key = await account.At("new-api-key").InnerTextAsync();
        using (var http = Fixture.Arena.Http())
        {
            http.DefaultRequestHeaders.Authorization = new("Bearer", key);
            Assert.Equal("[]", await http.GetStringAsync(new Uri("/api/quizzes", UriKind.Relative), TestContext.Current.CancellationToken));
        }
        await Assertions.Expect(account.At("api-key")).ToContainTextAsync(key[..12]);
        await account.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await account.At("copy-api-key").ClickAsync();
        await Assertions.Expect(account.At("copy-api-key-outcome")).ToHaveTextAsync("Copied.");
        Assert.Equal(key, await account.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));

        await account.Page.ReloadAsync();
        await account.UnfoldAsync();
        await Assertions.Expect(account.At("api-key")).ToHaveCountAsync(1);
        Assert.DoesNotContain(key, await account.Page.ContentAsync(), StringComparison.Ordinal);
        await account.At("revoke-api-key").ClickAsync();
        await Assertions.Expect(account.At("api-key")).ToHaveCountAsync(0);
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task One_step_ends_all_other_browsers_and_keys_and_reports_it()
    {
        var (here, there) = (new AccountPage((await Fixture.HostAsync()).Page), new AccountPage((await Fixture.HostAsync()).Page));
        await here.RegisterAsync("Jana");
        await here.IsInAsync();
        await there.SignInAsync("Jana", AccountPage.Password);
        await there.IsInAsync();
        await here.OpenAsync("Jana");
        await here.At("api-key-name").FillAsync("Backup");
        await here.At("api-key-quizzes:read").CheckAsync();
        await here.At("api-key-password").FillAsync(AccountPage.Password);
        await here.At("make-api-key").ClickAsync();
        await Assertions.Expect(here.At("api-key")).ToHaveCountAsync(1);
        await Assertions.Expect(here.Browsers).ToHaveCountAsync(2);

        await here.At("end-access").ClickAsync();
        await here.At("end-access-password").FillAsync("not her password");
        await here.At("end-access-confirm").ClickAsync();
        await here.IsRefusedAsync("signInFailed");
        Assert.Empty(await Axe.ViolationsAsync(here.Page, "end everything"));
        await Screenshots.TakeAsync(here.Page, "end-everything");
        await here.At("end-access-password").FillAsync(AccountPage.Password);
        await here.At("end-access-confirm").ClickAsync();

        await Assertions.Expect(here.At("ended-access")).ToContainTextAsync("1 other browser");
        await Assertions.Expect(here.At("ended-access")).ToContainTextAsync("1 API key");
        await Assertions.Expect(here.At("api-key")).ToHaveCountAsync(0);
        await Assertions.Expect(here.Browsers).ToHaveCountAsync(1);
        await there.Page.GotoAsync("/account");
        await Assertions.Expect(there.At("account-submit")).ToBeVisibleAsync();
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_host_without_an_account_can_delete_all_data_of_the_browser()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        await Assertions.Expect(host.At("quiz")).ToHaveCountAsync(1);
        await host.At("forget-author").ClickAsync();
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "delete all"));
        await host.At("forget-confirm").ClickAsync();
        await Assertions.Expect(host.At("no-quiz")).ToBeVisibleAsync();
        Assert.Null(await host.Page.EvaluateAsync<string?>("() => localStorage.getItem('arena.author')"));
        await host.Page.ReloadAsync();
        await Assertions.Expect(host.At("no-quiz")).ToBeVisibleAsync();
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_co_host_who_is_named_finds_the_game_and_steers_it()
    {
        var (ann, bob) = (await Fixture.HostAsync(), await Fixture.HostAsync());
        var (annsAccount, bobsAccount) = (new AccountPage(ann.Page), new AccountPage(bob.Page));
        await bobsAccount.RegisterAsync("Bob");
        await bobsAccount.IsInAsync();
        await annsAccount.RegisterAsync("Karla");
        await annsAccount.IsInAsync();
        await ann.ImportAsync(QuizFile.Path);
        var code = await ann.LaunchAsync(questions: 1);
        await (await ann.MoreAsync("control-devices")).ClickAsync();
        await ann.At("co-host-name").FillAsync("bob");
        await ann.At("add-co-host").ClickAsync();
        await Assertions.Expect(ann.At("co-host")).ToContainTextAsync("Bob");

        await bob.Page.GotoAsync("/host");
        await bob.At("host-live-game").ClickAsync();
        Assert.Equal(code, await bob.CodeAsync());
        Assert.Empty(Fixture.Complaints);
    }
}
