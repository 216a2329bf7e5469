using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Tests.Mail;

/// <summary>Invitations to be a co-author of a quiz, as a real SMTP server gets them.</summary>
public sealed class CoAuthorInvitationTests : IAsyncLifetime
{
    private MailFixture _mail = null!;

    public async ValueTask InitializeAsync() => _mail = await MailFixture.StartAsync(("Arena:Mail:InvitationsPerDay", "4"), ("Arena:Mail:InvitationsPerAddress", "2"));

    public ValueTask DisposeAsync() => _mail.DisposeAsync();

    [Theory]
    [InlineData("en", "Hello,", "Owner invites you to write a quiz on Arena", "\u201cRivers\u201d")]
    [InlineData("fr", "Bonjour,", "Owner vous invite à écrire un quiz sur Arena", "«\u00a0Rivers\u00a0»")]
    public async Task Who_is_invited_gets_a_link_that_makes_one_account_a_co_author_once(string language, string greeting, string subject, string title)
    {
        var (owner, quiz) = await QuizAsync();
        await InviteAsync(owner, quiz, "new@example.org", language);
        var mail = Assert.Single(await _mail.SendAsync());
        Assert.Equal(("new@example.org", subject), (Assert.Single(mail.To.Mailboxes).Address, mail.Subject));
        Assert.StartsWith(greeting, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(title, mail.TextBody, StringComparison.Ordinal);
        Assert.Equal("/invitation", MailFixture.Link(mail).AbsolutePath);
        var token = MailFixture.Fragment(mail);
        var open = Assert.Single(await OpenAsync(owner, quiz));
        Assert.Equal("n•••@example.org", open.GetProperty("address").GetString());
        Assert.DoesNotContain(token, await StoredAsync(), StringComparison.Ordinal);

        var ann = await AnnAsync("Ann");
        var found = await ann.SendAsync(HttpMethod.Post, "/api/quizzes/invitations/lookup", new { token }, 200);
        Assert.Equal(("Rivers", "Owner"), (found.GetProperty("title").GetString(), found.GetProperty("owner").GetString()));
        Assert.Equal(404, (int)(await ann.SendAsync(HttpMethod.Get, $"/api/quizzes/{quiz}", null)).StatusCode);
        Assert.Equal(quiz, (await AcceptAsync(ann, token, 200)).GetProperty("quizId").GetString());
        _ = await ann.GetAsync($"/api/quizzes/{quiz}");
        Assert.Empty(await OpenAsync(owner, quiz));

        var bob = await AnnAsync("Bob");
        Assert.Equal("linkInvalid", (await AcceptAsync(bob, token, 404)).Code());
        Assert.Equal("linkInvalid", (await AcceptAsync(ann, token, 404)).Code());
        Assert.Equal("linkInvalid", (await bob.SendAsync(HttpMethod.Post, "/api/quizzes/invitations/lookup", new { token }, 404)).Code());
    }

    [Fact]
    public async Task A_link_ends_when_the_owner_withdraws_it_or_deletes_the_quiz_and_after_seven_days()
    {
        var (owner, quiz) = await QuizAsync();
        var withdrawn = await InvitedAsync(owner, quiz, "a@example.org");
        var id = Assert.Single(await OpenAsync(owner, quiz)).GetProperty("id").GetString();
        await owner.SendAsync(HttpMethod.Delete, $"{Path(quiz)}/{id}", null, 204);
        Assert.Equal("unknownQuiz", (await owner.SendAsync(HttpMethod.Delete, $"{Path(quiz)}/{id}", null, 404)).Code());
        // Before its mail was sent: it is not sent.
        await InviteAsync(owner, quiz, "b@example.org");
        await owner.SendAsync(HttpMethod.Delete, $"{Path(quiz)}/{Assert.Single(await OpenAsync(owner, quiz)).GetProperty("id").GetString()}", null, 204);
        Assert.Empty(await _mail.SendAsync());

        var (_, other) = await QuizAsync(owner);
        var ofDeleted = await InvitedAsync(owner, other, "c@example.org");
        await owner.SendAsync(HttpMethod.Delete, $"/api/quizzes/{other}", null, 204);
        var late = await InvitedAsync(owner, quiz, "d@example.org");
        _mail.Host.Clock.Ahead = TimeSpan.FromDays(7.1);
        var ann = await AnnAsync("Ann");
        foreach (var token in (string[])[withdrawn, ofDeleted, late, "garbage", new string('x', late.Length)])
            Assert.Equal("linkInvalid", (await AcceptAsync(ann, token, 404)).Code());
        Assert.Equal("invalidMessage", (await ann.SendAsync(HttpMethod.Post, "/api/quizzes/invitations/acceptance", new { }, 400)).Code());
        await owner.SignInAsync("Owner");
        Assert.Empty(await OpenAsync(owner, quiz));
    }

    [Fact]
    public async Task The_owner_who_accepts_gains_nothing_and_a_co_author_stays_one()
    {
        var (owner, quiz) = await QuizAsync();
        _ = await AcceptAsync(owner, await InvitedAsync(owner, quiz, "a@example.org"), 200);
        Assert.Empty((await owner.GetAsync($"/api/quizzes/{quiz}/co-authors")).EnumerateArray());
        var ann = await AnnAsync("Ann");
        _ = await AcceptAsync(ann, await InvitedAsync(owner, quiz, "b@example.org"), 200);
        _ = await AcceptAsync(ann, await InvitedAsync(owner, quiz, "c@example.org"), 200);
        Assert.Equal(["Ann"], (await owner.GetAsync($"/api/quizzes/{quiz}/co-authors")).EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task Invitations_to_quizzes_and_to_groups_share_the_limits_of_a_day()
    {
        var (owner, quiz) = await QuizAsync();
        var group = (await owner.SendAsync(HttpMethod.Post, "/api/groups", new { name = "Class" }, 201)).GetProperty("id").GetString();
        await owner.SendAsync(HttpMethod.Post, $"/api/groups/{group}/invitations", new { address = "new@example.org", language = "en" }, 202);
        await InviteAsync(owner, quiz, "NEW@example.org");
        // The reply and the list are the same as of one that is sent.
        await InviteAsync(owner, quiz, "new@example.org");
        Assert.Equal(2, (await _mail.SendAsync()).Count);
        Assert.Equal(2, (await OpenAsync(owner, quiz)).Count);
        await InviteAsync(owner, quiz, "a@example.org");
        Assert.Equal("tooFast", (await owner.SendAsync(HttpMethod.Post, Path(quiz), new { address = "b@example.org", language = "en" }, 429)).Code());
        Assert.Equal(3, (await OpenAsync(owner, quiz)).Count);
    }

    [Fact]
    public async Task Only_the_owner_invites_with_a_confirmed_address_and_a_quiz_has_a_limited_number_of_co_authors()
    {
        var (owner, quiz) = await QuizAsync();
        var ann = await AnnAsync("Ann");
        await owner.SendAsync(HttpMethod.Put, $"/api/quizzes/{quiz}/co-authors/Ann", null, 204);
        Assert.Equal("unknownQuiz", (await ann.SendAsync(HttpMethod.Post, Path(quiz), new { address = "new@example.org", language = "en" }, 404)).Code());
        Assert.Equal("unknownQuiz", (await ann.GetAsync(Path(quiz), 404)).Code());
        foreach (var address in (string?[])[null, "", "nobody", "a@example.org, b@example.org", "a@example.org\r\nBcc: b@example.org"])
            Assert.Equal("addressInvalid", (await owner.SendAsync(HttpMethod.Post, Path(quiz), new { address, language = "en" }, 400)).Code());
        Assert.Equal("invalidMessage", (await owner.SendAsync(HttpMethod.Post, Path(quiz), new { address = "a@example.org", language = "xx" }, 400)).Code());
        var (_, own) = await QuizAsync(ann);
        Assert.Equal("notNow", (await ann.SendAsync(HttpMethod.Post, Path(own), new { address = "a@example.org", language = "en" }, 409)).Code());
        Assert.Empty(await OpenAsync(ann, own));

        var token = await InvitedAsync(owner, quiz, "a@example.org");
        await _mail.ReadAsync(async context =>
        {
            for (var at = 0; at < 19; at++)
            {
                var user = (await (await AnnAsync($"Author.{at}")).GetAsync("/api/account")).GetProperty("id").GetGuid();
                context.QuizCoAuthors.Add(new() { QuizId = Guid.Parse(quiz), UserId = user });
            }
            return await context.SaveChangesAsync();
        });
        Assert.Equal("outOfRange", (await owner.SendAsync(HttpMethod.Post, Path(quiz), new { address = "b@example.org", language = "en" }, 409)).Code());
        var bob = await AnnAsync("Bob");
        Assert.Equal("outOfRange", (await AcceptAsync(bob, token, 409)).Code());
        await owner.SendAsync(HttpMethod.Delete, $"/api/quizzes/{quiz}/co-authors/Ann", null, 204);
        _ = await AcceptAsync(bob, token, 200);
    }

    [Fact]
    public async Task The_export_of_an_account_has_its_open_invitations_and_they_go_with_it()
    {
        var (owner, quiz) = await QuizAsync();
        var token = await InvitedAsync(owner, quiz, "new@example.org");
        var exported = Assert.Single((await owner.GetAsync("/api/account/export")).GetProperty("invitations").EnumerateArray());
        Assert.Equal(("Rivers", "n•••@example.org"), (exported.GetProperty("quiz").GetString(), exported.GetProperty("address").GetString()));
        await owner.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = Browser.Password }, 204);
        Assert.Equal(0, await _mail.ReadAsync(context => context.QuizInvitations.CountAsync()));
        Assert.Equal("linkInvalid", (await AcceptAsync(await AnnAsync("Ann"), token, 404)).Code());
    }

    private static string Path(string quiz) => $"/api/quizzes/{quiz}/invitations";

    private static Task<JsonElement> InviteAsync(Browser owner, string quiz, string address, string language = "en") =>
        owner.SendAsync(HttpMethod.Post, Path(quiz), new { address, language }, 202);

    private static Task<JsonElement> AcceptAsync(Browser account, string token, int expected) =>
        account.SendAsync(HttpMethod.Post, "/api/quizzes/invitations/acceptance", new { token }, expected);

    private static async Task<List<JsonElement>> OpenAsync(Browser owner, string quiz) => [.. (await owner.GetAsync(Path(quiz))).EnumerateArray()];

    /// <returns>The token of the mail.</returns>
    private async Task<string> InvitedAsync(Browser owner, string quiz, string address)
    {
        await InviteAsync(owner, quiz, address);
        return MailFixture.Fragment(Assert.Single(await _mail.SendAsync()));
    }

    private async Task<string> StoredAsync()
    {
        var rows = await _mail.ReadAsync(context => context.QuizInvitations.ToListAsync());
        var mails = await _mail.ReadAsync(context => context.Mails.ToListAsync());
        return JsonSerializer.Serialize(new { rows, mails });
    }

    /// <summary>An account without an address.</summary>
    private async Task<Browser> AnnAsync(string name)
    {
        var browser = _mail.Browser();
        await browser.RegisterAsync(name);
        return browser;
    }

    private async Task<(Browser Owner, string Quiz)> QuizAsync(Browser? owner = null)
    {
        owner ??= await _mail.AccountAsync("Owner", "owner@example.org");
        var quiz = await owner.SendAsync(HttpMethod.Post, "/api/quizzes", new
        {
            arena = 1,
            title = "Rivers",
            questions = new[] { new { type = "trueFalse", prompt = "Long?", options = new object[] { new { label = "a", correct = true }, new { label = "b" } } } },
        }, 201);
        return (owner, quiz.GetProperty("id").GetString()!);
    }
}
