using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Tests.Mail;

/// <summary>The address of an account, and the mails about its security, as a real SMTP server gets them.</summary>
public sealed class AddressTests : IAsyncLifetime
{
    private const string Next = "another good one";

    private MailFixture _mail = null!;

    public async ValueTask InitializeAsync() => _mail = await MailFixture.StartAsync();

    public ValueTask DisposeAsync() => _mail.DisposeAsync();

    [Fact]
    public async Task An_address_is_the_accounts_once_its_link_was_used_and_is_shown_masked()
    {
        var ann = _mail.Browser();
        await ann.RegisterAsync("Ann");
        await MailFixture.AskAsync(ann, "Ann@Example.org");
        Assert.False((await ann.GetAsync("/api/account/mail")).TryGetProperty("address", out _));
        var mail = Assert.Single(await _mail.SendAsync());
        Assert.Equal("Ann@Example.org", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal(MailFixture.Site.Host, MailFixture.Link(mail).Host);
        await _mail.ConfirmAsync(mail);
        Assert.Equal("A•••@Example.org", (await ann.GetAsync("/api/account/mail")).GetProperty("address").GetString());
        await _mail.ConfirmAsync(mail, 401);
    }

    [Fact]
    public async Task A_link_is_good_no_more_once_the_password_was_changed()
    {
        var ann = _mail.Browser();
        await ann.RegisterAsync("Ann");
        await MailFixture.AskAsync(ann, "ann@example.org");
        var mail = Assert.Single(await _mail.SendAsync());
        await ann.SendAsync(HttpMethod.Put, "/api/account/password", new { password = Browser.Password, newPassword = Next }, 204);
        await _mail.ConfirmAsync(mail, 401);
    }

    [Fact]
    public async Task The_reply_does_not_reveal_that_another_account_has_the_address_and_its_link_is_refused()
    {
        await _mail.AccountAsync("Ann", "ann@example.org");
        var bob = _mail.Browser();
        await bob.RegisterAsync("Bob");
        await MailFixture.AskAsync(bob, "ANN@EXAMPLE.ORG");
        await _mail.ConfirmAsync(Assert.Single(await _mail.SendAsync()), 409);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b@c")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("ann@example.org\r\nBcc: eve@example.org")]
    [InlineData("ann@example.org, eve@example.org")]
    public async Task What_is_no_address_is_refused(string address)
    {
        var ann = _mail.Browser();
        await ann.RegisterAsync("Ann");
        await MailFixture.AskAsync(ann, address, expected: 400);
        await _mail.ForgetAsync(address, 400);
        Assert.Empty(await _mail.SendAsync());
    }

    [Fact]
    public async Task An_account_asks_for_five_links_a_day()
    {
        var ann = _mail.Browser();
        await ann.RegisterAsync("Ann");
        for (var time = 0; time < 5; time++)
            await MailFixture.AskAsync(ann, $"ann{time}@example.org");
        await MailFixture.AskAsync(ann, "ann@example.org", expected: 429);
        _mail.Host.Clock.Ahead = TimeSpan.FromDays(1.1);
        await ann.SignInAsync("Ann");
        await MailFixture.AskAsync(ann, "ann@example.org");
    }

    [Fact]
    public async Task The_former_address_is_notified_of_its_change_and_its_removal()
    {
        var ann = await _mail.AccountAsync("Ann", "ann@example.org");
        await MailFixture.AskAsync(ann, "new@example.org", "fr");
        await _mail.ConfirmAsync(Assert.Single(await _mail.SendAsync()));
        var told = Assert.Single(await _mail.SendAsync());
        Assert.Equal(("ann@example.org", "Your account does not use this address any more"), (told.To.Mailboxes.Single().Address, told.Subject));
        await ann.SendAsync(HttpMethod.Post, "/api/account/mail/address/removal", new { password = "not hers" }, 403);
        await ann.SendAsync(HttpMethod.Post, "/api/account/mail/address/removal", new { password = Browser.Password }, 200);
        told = Assert.Single(await _mail.SendAsync());
        Assert.Equal(("new@example.org", "Votre compte n’utilise plus cette adresse"), (told.To.Mailboxes.Single().Address, told.Subject));
        Assert.Equal("notNow", (await ann.SendAsync(HttpMethod.Post, "/api/account/mail/address/removal", new { password = Browser.Password }, 409)).Code());
    }

    [Fact]
    [Asvs("6.4.3")]
    public async Task A_forgotten_password_is_set_by_the_link_of_a_mail_once_and_the_owner_is_notified()
    {
        var ann = await _mail.AccountAsync("Ann", "ann@example.org");
        await _mail.ForgetAsync("ANN@example.org");
        var mail = Assert.Single(await _mail.SendAsync());
        Assert.Equal("ann@example.org", mail.To.Mailboxes.Single().Address);
        var reset = new { token = MailFixture.Fragment(mail), newPassword = Next };
        await _mail.Browser().SendAsync(HttpMethod.Post, "/api/account/password/reset", reset, 204);
        await _mail.Browser().SendAsync(HttpMethod.Post, "/api/account/password/reset", reset, 401);
        await ann.GetAsync("/api/account", 401);
        Assert.Equal("Your password was changed", Assert.Single(await _mail.SendAsync()).Subject);
        await _mail.Browser().SignInAsync("Ann", Next);
    }

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_reply_and_the_same_row()
    {
        await _mail.AccountAsync("Ann", "ann@example.org");
        await _mail.ForgetAsync("ann@example.org");
        await _mail.ForgetAsync("nobody@example.org");
        var rows = await _mail.ReadAsync(context => context.Mails.Where(row => row.Kind == MailKind.ResetRequest).ToListAsync());
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal((null, null, "en"), (row.UserId, row.Content, row.Language)));
        Assert.Single(await _mail.SendAsync());
        Assert.Equal(0, await _mail.ReadAsync(context => context.Mails.CountAsync(row => row.Kind == MailKind.ResetRequest)));
    }

    [Fact]
    public async Task An_account_gets_three_links_for_a_new_password_an_hour()
    {
        await _mail.AccountAsync("Ann", "ann@example.org");
        for (var time = 0; time < 5; time++)
            await _mail.ForgetAsync("ann@example.org");
        Assert.Equal(3, (await _mail.SendAsync()).Count);
        _mail.Host.Clock.Ahead = TimeSpan.FromMinutes(61);
        await _mail.ForgetAsync("ann@example.org");
        Assert.Single(await _mail.SendAsync());
    }

    [Fact]
    public async Task A_sign_in_from_a_new_browser_is_mailed_in_the_accounts_language_and_one_from_a_known_browser_is_not()
    {
        var ann = await _mail.AccountAsync("Ann", "ann@example.org", "fr");
        await ann.SignInAsync("Ann");
        Assert.Empty(await _mail.SendAsync());
        var other = _mail.Browser("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        await other.SignInAsync("Ann");
        var mail = Assert.Single(await _mail.SendAsync());
        Assert.Equal("Un nouveau navigateur s’est connecté à votre compte", mail.Subject);
        Assert.Contains("Firefox s’est connecté", mail.TextBody, StringComparison.Ordinal);
        await other.SignInAsync("Ann");
        Assert.Empty(await _mail.SendAsync());

        var wishes = await ann.SendAsync(HttpMethod.Put, "/api/account/mail/wishes", new { reports = false, newBrowsers = false, language = "en" }, 200);
        Assert.False(wishes.GetProperty("newBrowsers").GetBoolean());
        await _mail.Browser().SignInAsync("Ann");
        Assert.Empty(await _mail.SendAsync());
    }

    [Fact]
    public async Task Address_and_mails_are_deleted_with_the_account()
    {
        var ann = await _mail.AccountAsync("Ann", "ann@example.org");
        await _mail.Browser("Firefox/1").SignInAsync("Ann");
        await ann.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = Browser.Password }, 204);
        Assert.Equal(0, await _mail.ReadAsync(context => context.Mails.CountAsync()));
        Assert.Empty(await _mail.SendAsync());
    }

    [Fact]
    public async Task The_owners_export_has_the_address()
    {
        var ann = await _mail.AccountAsync("Ann", "ann@example.org");
        Assert.Equal("ann@example.org", (await ann.GetAsync("/api/account/export")).GetProperty("email").GetString());
    }
}
