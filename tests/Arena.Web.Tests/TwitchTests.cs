using Arena.TestKit.Clients;
using Arena.TestKit.Processes;


namespace Arena.Web.Tests;

/// <summary>Signing in by Twitch, from Arena's button over the provider's own pages and back.</summary>
public sealed class TwitchTests(Chromium chromium) : BrowserTest(chromium)
{
    private OpenIdProvider _provider = null!;

    [Fact]
    public async Task Signing_in_by_Twitch_keeps_the_quizzes_of_the_browser_and_shows_them_on_another()
    {
        var first = await Fixture.HostAsync("localhost");
        await first.ImportAsync(QuizFile.Small);
        var here = new AccountPage(first.Page);
        await ByTwitchAsync(here, "ann");
        await Assertions.Expect(first.At("quiz")).ToHaveCountAsync(1);
        await here.OpenAsync("ann");
        await Assertions.Expect(here.At("present-password")).ToHaveCountAsync(0);

        var second = await Fixture.HostAsync("localhost");
        var there = new AccountPage(second.Page);
        await ByTwitchAsync(there, "ann");
        await Assertions.Expect(second.At("quiz")).ToHaveCountAsync(1);
        await second.Page.ReloadAsync();
        await Assertions.Expect(second.At("quiz")).ToHaveCountAsync(1);
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task An_account_is_linked_and_unlinked_and_the_last_way_in_stays()
    {
        var account = new AccountPage((await Fixture.HostAsync("localhost")).Page);
        await account.RegisterAsync("Ann");
        await account.IsInAsync();
        await account.OpenAsync("Ann");
        await account.At("twitch-password").FillAsync("not her password");
        await account.At("twitch-link").ClickAsync();
        await account.IsRefusedAsync("signInFailed");
        await account.At("twitch-password").FillAsync(AccountPage.Password);
        await account.At("twitch-link").ClickAsync();
        await OpenIdProvider.ConfirmAsync(account.Page, "swift_otter");
        await Assertions.Expect(account.At("twitch-unlink")).ToBeVisibleAsync();
        await Assertions.Expect(account.At("account-is")).ToContainTextAsync("Ann");
        await account.Page.ReloadAsync();
        await account.UnfoldAsync();
        await Assertions.Expect(account.At("twitch-unlink")).ToBeVisibleAsync();

        var there = new AccountPage((await Fixture.HostAsync("localhost")).Page);
        await ByTwitchAsync(there, "swift_otter");
        await there.OpenAsync("Ann");
        await there.At("twitch-password").FillAsync(AccountPage.Password);
        await there.At("twitch-unlink").ClickAsync();
        await Assertions.Expect(there.At("twitch-link")).ToBeVisibleAsync();

        var stranger = new AccountPage((await Fixture.HostAsync("localhost")).Page);
        await ByTwitchAsync(stranger, "swift_otter");
        await stranger.OpenAsync("swift_otter");
        await stranger.At("twitch-unlink").ClickAsync();
        await stranger.IsRefusedAsync("lastWayIn");
        await stranger.At("new-password").FillAsync("battery staple horse");
        await stranger.At("change-password").ClickAsync();
        await Assertions.Expect(stranger.At("password-section-done")).ToBeVisibleAsync();
        await stranger.At("twitch-password").FillAsync("battery staple horse");
        await stranger.At("twitch-unlink").ClickAsync();
        await Assertions.Expect(stranger.At("twitch-link")).ToBeVisibleAsync();
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_after_Twitch()
    {
        var here = new AccountPage((await Fixture.HostAsync("localhost")).Page);
        await ByTwitchAsync(here, "ann");
        await here.OpenAsync("ann");
        await here.At("second-factor-go").ClickAsync();
        var key = await here.At("authenticator-key").InnerTextAsync();
        await here.At("second-factor-code").FillAsync(AppCode.Of(key));
        await here.At("second-factor-confirm").ClickAsync();
        await Assertions.Expect(here.At("recovery-codes").Locator("li")).ToHaveCountAsync(10);

        var there = new AccountPage((await Fixture.HostAsync("localhost")).Page);
        await ToTwitchAsync(there, "ann");
        await there.IsRefusedAsync("secondFactorRequired");
        await there.At("account-code").FillAsync("000000");
        await there.At("account-submit").ClickAsync();
        await there.IsRefusedAsync("codeInvalid");
        await there.At("account-code").FillAsync(AppCode.Of(key, step: 1));
        await there.At("account-submit").ClickAsync();
        await there.IsInAsync();
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    [Asvs("7.6.2", "10.2.1")]
    public async Task A_repeated_or_unrequested_answer_signs_no_user_in()
    {
        var ann = new AccountPage((await Fixture.HostAsync("localhost")).Page);
        var answer = ann.Page.WaitForRequestAsync(request => request.Url.Contains("/twitch/callback", StringComparison.Ordinal));
        await ByTwitchAsync(ann, "ann");
        var callback = (await answer).Url;

        var eve = new AccountPage((await Fixture.HostAsync("localhost")).Page);
        foreach (var page in (AccountPage[])[eve, ann])
        {
            await page.Page.GotoAsync(callback);
            await page.IsRefusedAsync("twitchRefused");
        }
        await eve.Page.GotoAsync("/account");
        await Assertions.Expect(eve.At("account-submit")).ToBeVisibleAsync();
        Assert.Empty(Fixture.Complaints);
    }

    private protected override async Task<Fixture> OpenAsync(Chromium chromium)
    {
        var port = FreePorts.Next();
        _provider = await OpenIdProvider.StartAsync(port);
        return await Fixture.OpenAsync(chromium, _provider.Settings, port);
    }

    private protected override ValueTask CloseAsync() => _provider.DisposeAsync();

    private static async Task ToTwitchAsync(AccountPage account, string person)
    {
        await account.Page.GotoAsync("/sign-in");
        await account.At("sign-in-twitch").ClickAsync();
        await OpenIdProvider.ConfirmAsync(account.Page, person);
    }

    private static async Task ByTwitchAsync(AccountPage account, string person)
    {
        await ToTwitchAsync(account, person);
        await account.IsInAsync();
    }
}
