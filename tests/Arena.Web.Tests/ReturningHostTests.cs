namespace Arena.Web.Tests;

/// <summary>A returning host finds the running game and the stored quizzes.</summary>
public sealed class ReturningHostTests(Chromium chromium) : OwnGatewayTest(chromium)
{
    [Fact]
    public async Task A_host_without_an_account_finds_the_running_game_again_and_its_results_when_it_is_over()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        var code = await host.LaunchAsync(questions: 1);
        await host.Page.CloseAsync();

        var again = new HostPage(await host.Page.Context.NewPageAsync());
        await again.Page.GotoAsync("/host");
        await Assertions.Expect(again.At("live-game")).ToContainTextAsync(code[..3]);
        await again.At("host-live-game").ClickAsync();
        Assert.Equal(code, await again.CodeAsync());

        await (await again.MoreAsync("control-end")).ClickAsync();
        await again.At("end-confirm").ClickAsync();
        await again.SeesAsync("podium");
        await again.Page.GotoAsync("/host");
        await Assertions.Expect(again.At("live-game")).ToHaveAttributeAsync("data-over", "true");
        await again.At("host-live-game").ClickAsync();
        await again.SeesAsync("podium");

        // After a restart nothing is shown of it any more, and its key is of no use.
        await Fixture.RestartAsync();
        await again.Page.GotoAsync("/host");
        await Assertions.Expect(again.At("quiz")).ToHaveCountAsync(1);
        await Assertions.Expect(again.At("live-game")).ToHaveCountAsync(0);
        await again.Page.WaitForFunctionAsync("code => localStorage.getItem(`arena.host.${code}`) === null", code);
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_browser_signed_out_remotely_shows_that_and_not_an_empty_list_of_quizzes()
    {
        var (here, there) = (await Fixture.HostAsync(), await Fixture.HostAsync());
        var (account, elsewhere) = (new AccountPage(here.Page), new AccountPage(there.Page));
        await account.RegisterAsync("Ann");
        await account.IsInAsync();
        await here.ImportAsync(QuizFile.Small);
        await elsewhere.SignInAsync("Ann");
        await elsewhere.IsInAsync();
        await elsewhere.OpenAsync("Ann");
        await elsewhere.At("end-sign-in").ClickAsync();
        await Assertions.Expect(elsewhere.Browsers).ToHaveCountAsync(1);

        await here.Page.GotoAsync("/host");
        await Assertions.Expect(here.At("signed-out")).ToContainTextAsync("You’ve been signed out. Sign in to see your quizzes.");
        await Assertions.Expect(here.At("quiz")).ToHaveCountAsync(0);
        await here.Page.ReloadAsync();
        await Assertions.Expect(here.At("signed-out")).ToBeVisibleAsync();
        await here.At("stay-out").ClickAsync();
        await Assertions.Expect(here.At("signed-out")).ToHaveCountAsync(0);
        await Assertions.Expect(here.At("import-choose")).ToBeVisibleAsync();

        await account.SignInAsync("Ann");
        await account.IsInAsync();
        await Assertions.Expect(here.At("quiz")).ToHaveCountAsync(1);
        await account.OpenAsync("Ann");
        await account.At("sign-out").ClickAsync();
        await Assertions.Expect(account.At("account-submit")).ToBeVisibleAsync();
        await here.Page.GotoAsync("/host");
        await Assertions.Expect(here.At("import-choose")).ToBeVisibleAsync();
        await Assertions.Expect(here.At("signed-out")).ToHaveCountAsync(0);
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_newcomer_who_wants_to_share_can_create_an_account_there()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        await host.At("more").ClickAsync();
        await host.At("share-open").ClickAsync();
        await Assertions.Expect(host.At("share-sign-in")).ToBeVisibleAsync();
        await host.At("share-register").ClickAsync();
        await Assertions.Expect(host.At("account-submit")).ToHaveTextAsync("Create account");
    }
}
