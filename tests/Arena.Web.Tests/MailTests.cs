using System.Globalization;
using Arena.TestKit.Processes;
using MimeKit;

namespace Arena.Web.Tests;

/// <summary>Mails of accounts, from the page that asks for them over a real SMTP server to the page that their links lead to.</summary>
public sealed class MailTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly MailServer _server = new();

    [Fact]
    public async Task Who_forgot_the_password_sets_a_new_one_by_the_link_of_a_mail()
    {
        var here = new AccountPage((await Fixture.HostAsync()).Page);
        await here.RegisterAsync("Ann");
        await here.IsInAsync();
        await here.OpenAsync("Ann");
        await here.At("mail-password").FillAsync(AccountPage.Password);
        await here.At("mail-new-address").FillAsync("nobody");
        await here.At("mail-change").ClickAsync();
        await here.IsRefusedAsync("addressInvalid");
        await here.At("mail-new-address").FillAsync("ann@example.org");
        await here.At("mail-change").ClickAsync();
        await Assertions.Expect(here.At("mail-section-done")).ToBeVisibleAsync();
        await here.Page.GotoAsync(Link(await _server.NextAsync(Patience)));
        await Looks("confirm-address", here.Page);
        await here.At("confirm-submit").ClickAsync();
        await Assertions.Expect(here.At("confirm-done")).ToBeVisibleAsync();
        Assert.DoesNotContain("#", here.Page.Url, StringComparison.Ordinal);
        await here.OpenAsync("Ann");
        await Assertions.Expect(here.At("mail-address")).ToContainTextAsync("a•••@example.org");
        await here.At("mail-reports").CheckAsync();
        await here.At("mail-save").ClickAsync();
        await Assertions.Expect(here.At("mail-section-done")).ToBeVisibleAsync();
        await Looks("mail-section", here.Page);

        var phone = await Fixture.PlayerAsync("fr-FR");
        var there = new AccountPage(phone.Page);
        await there.Page.GotoAsync("/sign-in");
        await there.At("forgot-password").FocusAsync();
        await there.Page.Keyboard.PressAsync("Enter");
        await there.At("forgotten-address").FillAsync("ANN@example.org");
        await Looks("forgotten-fr", there.Page);
        await there.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(there.At("forgotten-done")).ToBeVisibleAsync();
        await Looks("forgotten-done-fr", there.Page);
        var mail = await _server.NextAsync(Patience);
        Assert.Equal("Set a new password for Arena", mail.Subject);
        await there.Page.GotoAsync(Link(mail));
        await there.At("new-password").FillAsync("battery staple horse");
        await there.At("reset-submit").ClickAsync();
        await Assertions.Expect(there.At("reset-done")).ToBeVisibleAsync();
        Assert.Equal("Your password was changed", (await _server.NextAsync(Patience)).Subject);
        await there.SignInAsync("Ann", "battery staple horse");
        await there.IsInAsync();
        Assert.Equal("A new browser signed in to your account", (await _server.NextAsync(Patience)).Subject);
        await here.Page.GotoAsync("/account");
        await Assertions.Expect(here.At("account-submit")).ToBeVisibleAsync();
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_host_who_wants_it_gets_a_mail_with_the_report_of_a_game()
    {
        var host = await Fixture.HostAsync();
        var account = new AccountPage(host.Page);
        await RegisterAsync(account, "Berta");
        await account.At("mail-reports").CheckAsync();
        await account.At("mail-save").ClickAsync();
        await Assertions.Expect(account.At("mail-section-done")).ToBeVisibleAsync();

        await host.Page.GotoAsync("/host");
        await host.ImportAsync(QuizFile.Small);
        await host.LaunchAsync(questions: 1);
        await (await host.MoreAsync("control-end")).ClickAsync();
        await host.At("end-confirm").ClickAsync();
        await host.SeesAsync("podium");
        var mail = await _server.NextAsync(Patience);
        Assert.StartsWith("Report: ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Players: 0. Answers: 0.", mail.TextBody, StringComparison.Ordinal);
        await host.Page.GotoAsync(Link(mail));
        await Assertions.Expect(host.Page.Locator("h1")).ToBeVisibleAsync();
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_host_invites_to_a_group_by_mail_and_its_link_leads_to_the_group()
    {
        var host = new AccountPage((await Fixture.HostAsync()).Page);
        await RegisterAsync(host, "Clara");
        await host.Page.GotoAsync("/groups");
        await host.At("group-name").FillAsync("Class 7b");
        await host.At("make-group-go").ClickAsync();
        await host.At("invite-address").FillAsync("dora@example.org");
        await host.At("invite").ClickAsync();
        await Assertions.Expect(host.At("invited")).ToBeVisibleAsync();
        await Looks("group-invite", host.Page);

        var invited = new AccountPage((await Fixture.PlayerAsync("fr-FR")).Page);
        var mail = await _server.NextAsync(Patience);
        Assert.Equal("Clara invites you to a group on Arena", mail.Subject);
        await invited.Page.GotoAsync(Link(mail));
        await Assertions.Expect(invited.At("account-other")).ToBeVisibleAsync();
        await invited.RegisterAsync("Dora");
        await Assertions.Expect(invited.At("found-group")).ToContainTextAsync("Clara");
        await Looks("group-join-fr", invited.Page);
        await invited.At("join-group-go").ClickAsync();
        await Assertions.Expect(invited.At("group-members")).ToContainTextAsync("Dora");
        await Looks("group-member-fr", invited.Page);
        Assert.Empty(Fixture.Complaints);
    }

    /// <summary>An account with a confirmed address, on its page.</summary>
    private async Task RegisterAsync(AccountPage account, string name)
    {
        await account.RegisterAsync(name);
        await account.IsInAsync();
        await account.OpenAsync(name);
        await account.At("mail-password").FillAsync(AccountPage.Password);
        await account.At("mail-new-address").FillAsync($"{name}@example.org");
        await account.At("mail-change").ClickAsync();
        await account.Page.GotoAsync(Link(await _server.NextAsync(Patience)));
        await account.At("confirm-submit").ClickAsync();
        await Assertions.Expect(account.At("confirm-done")).ToBeVisibleAsync();
        await account.OpenAsync(name);
    }

    private protected override Task<Fixture> OpenAsync(Chromium chromium)
    {
        var port = FreePorts.Next();
        var site = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        return Fixture.OpenAsync(chromium, _server.Settings(site).ToDictionary(setting => setting.Key, setting => setting.Value), port);
    }

    private protected override ValueTask CloseAsync() => _server.DisposeAsync();

    /// <summary>For people to look at, and for axe.</summary>
    private static async Task Looks(string name, IPage page)
    {
        await Screenshots.TakeWholeAsync(page, $"mail-{name}");
        Assert.Empty(await Axe.ViolationsAsync(page, name));
    }

    private static string Link(MimeMessage mail) => mail.TextBody!.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)).Trim();
}
