using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Tests.Mail;

/// <summary>Invitations to a group, as a real SMTP server gets them.</summary>
public sealed class GroupInvitationTests : IAsyncLifetime
{
    private MailFixture _mail = null!;

    public async ValueTask InitializeAsync() => _mail = await MailFixture.StartAsync(("Arena:Mail:InvitationsPerDay", "5"), ("Arena:Mail:InvitationsPerAddress", "2"));

    public ValueTask DisposeAsync() => _mail.DisposeAsync();

    [Theory]
    [InlineData("en", "Hello,", "Teacher invites you to a group on Arena", "\u201cClass 7b\u201d")]
    [InlineData("fr", "Bonjour,", "Teacher vous invite dans un groupe sur Arena", "«\u00a0Class 7b\u00a0»")]
    [InlineData("de", "Hallo,", "Teacher lädt dich in eine Gruppe auf Arena ein", "„Class 7b“")]
    [InlineData("es", "Hola:", "Teacher te invita a un grupo en Arena", "«Class 7b»")]
    public async Task Who_is_invited_gets_the_link_that_joins_the_group(string language, string greeting, string subject, string group)
    {
        var (host, id, code) = await GroupAsync();
        await InviteAsync(host, id, "new@example.org", language);
        var mail = Assert.Single(await _mail.SendAsync());
        Assert.Equal(("new@example.org", subject), (Assert.Single(mail.To.Mailboxes).Address, mail.Subject));
        Assert.StartsWith(greeting, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(group, mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(new Uri(MailFixture.Site, $"/groups#{code}"), MailFixture.Link(mail));
        var row = await _mail.ReadAsync(context => context.Mails.OrderByDescending(stored => stored.Id).FirstAsync());
        Assert.Equal((null, null), (row.Address, row.Content));
    }

    [Fact]
    public async Task The_reply_and_the_mail_do_not_reveal_whether_an_account_has_the_address()
    {
        var (host, id, _) = await GroupAsync();
        await _mail.AccountAsync("Ann", "ann@example.org");
        await InviteAsync(host, id, "ann@example.org");
        await InviteAsync(host, id, "nobody@example.org");
        var mails = await _mail.SendAsync();
        Assert.Equal(mails[0].TextBody, mails[1].TextBody);
        Assert.DoesNotContain("Ann", mails[0].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_gets_few_invitations_a_day_and_a_sender_sends_few()
    {
        var (host, id, _) = await GroupAsync();
        for (var time = 0; time < 3; time++)
            await InviteAsync(host, id, time == 0 ? "NEW@example.org" : "new@example.org");
        Assert.Equal(2, (await _mail.SendAsync()).Count);
        await InviteAsync(host, id, "a@example.org");
        await InviteAsync(host, id, "b@example.org");
        Assert.Equal("tooFast", (await host.SendAsync(HttpMethod.Post, Path(id), new { address = "c@example.org", language = "en" }, 429)).Code());
        Assert.Equal(2, (await _mail.SendAsync()).Count);
        _mail.Host.Clock.Ahead = TimeSpan.FromDays(1.1);
        await host.SignInAsync("Teacher");
        await InviteAsync(host, id, "c@example.org");
        Assert.Single(await _mail.SendAsync());
    }

    [Fact]
    public async Task A_group_that_is_deleted_before_the_mail_is_sent_invites_nobody()
    {
        var (host, id, _) = await GroupAsync();
        await InviteAsync(host, id, "new@example.org");
        await host.SendAsync(HttpMethod.Delete, $"/api/groups/{id}", null, 204);
        Assert.Empty(await _mail.SendAsync());
    }

    [Fact]
    public async Task Only_the_host_invites_with_a_confirmed_address_of_its_own()
    {
        var (host, id, code) = await GroupAsync();
        var ann = await _mail.AccountAsync("Ann", "ann@example.org");
        await ann.SendAsync(HttpMethod.Post, "/api/groups/memberships", new { code, name = "Anna" }, 200);
        Assert.Equal("unknownGroup", (await ann.SendAsync(HttpMethod.Post, Path(id), new { address = "new@example.org", language = "en" }, 404)).Code());
        foreach (var address in (string?[])[null, "", "nobody", "a@example.org, b@example.org", "a@example.org\r\nBcc: b@example.org"])
            Assert.Equal("addressInvalid", (await host.SendAsync(HttpMethod.Post, Path(id), new { address, language = "en" }, 400)).Code());
        Assert.Equal("invalidMessage", (await host.SendAsync(HttpMethod.Post, Path(id), new { address = "a@example.org", language = "xx" }, 400)).Code());

        var bob = _mail.Browser();
        await bob.RegisterAsync("Bob");
        var own = (await bob.SendAsync(HttpMethod.Post, "/api/groups", new { name = "Class" }, 201)).GetProperty("id").GetString();
        Assert.Equal("notNow", (await bob.SendAsync(HttpMethod.Post, Path(own!), new { address = "new@example.org", language = "en" }, 409)).Code());
        Assert.Empty(await _mail.SendAsync());
    }

    private static string Path(string id) => $"/api/groups/{id}/invitations";

    private static Task<JsonElement> InviteAsync(Browser host, string id, string address, string language = "en") =>
        host.SendAsync(HttpMethod.Post, Path(id), new { address, language }, 202);

    private async Task<(Browser Host, string Id, string Code)> GroupAsync()
    {
        var host = await _mail.AccountAsync("Teacher", "teacher@example.org");
        var group = await host.SendAsync(HttpMethod.Post, "/api/groups", new { name = "Class 7b" }, 201);
        return (host, group.GetProperty("id").GetString()!, group.GetProperty("code").GetString()!);
    }
}
