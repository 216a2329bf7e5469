using Arena.Gateway.Mail;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmtpServer.Protocol;

namespace Arena.Gateway.Tests.Mail;

/// <summary>The outbox in virtual time, before a real SMTP server that refuses when a test says so.</summary>
public sealed class MailSenderTests : IAsyncLifetime
{
    private MailFixture _mail = null!;

    public async ValueTask InitializeAsync() => _mail = await MailFixture.StartAsync();

    public ValueTask DisposeAsync() => _mail.DisposeAsync();

    [Fact]
    public async Task A_mail_that_is_refused_for_now_is_tried_again_with_growing_pauses_and_the_same_id()
    {
        await _mail.AccountAsync("Ann", "ann@example.org");
        _mail.Server.Refusal = new((SmtpReplyCode)451, "later: ann@example.org");
        await _mail.Browser("Firefox/1").SignInAsync("Ann");
        Assert.Empty(await _mail.SendAsync());
        var row = await RowAsync();
        Assert.Equal((1, true, "451 MessageNotAccepted"), (row.Attempts, row.DueAt > _mail.Host.Clock.GetUtcNow(), row.Error));
        var attempts = _mail.Server.Attempts;
        await _mail.SendAsync();
        Assert.Equal(attempts, _mail.Server.Attempts);

        _mail.Host.Clock.Ahead += TimeSpan.FromSeconds(19);
        await _mail.SendAsync();
        Assert.Equal(2, (await RowAsync()).Attempts);
        _mail.Server.Refusal = null;
        _mail.Host.Clock.Ahead += TimeSpan.FromSeconds(38);
        var sent = Assert.Single(await _mail.SendAsync());
        Assert.Equal($"{row.Id}.{row.CreatedAt.ToUnixTimeMilliseconds()}@quiz.example.org", sent.MessageId);
        row = await RowAsync();
        Assert.Equal((null, null, null, true), (row.Address, row.Content, row.DueAt, row.SentAt is not null));
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_good_is_a_dead_letter_at_once_and_one_that_never_succeeds_in_the_end()
    {
        await _mail.AccountAsync("Ann", "ann@example.org");
        _mail.Server.Refusal = new((SmtpReplyCode)550, "no such user: ann@example.org");
        await _mail.Browser("Firefox/1").SignInAsync("Ann");
        await _mail.SendAsync();
        var row = await RowAsync();
        Assert.Equal((1, null, true), (row.Attempts, row.DueAt, row.FailedAt is not null));
        Assert.DoesNotContain("ann", row.Error!, StringComparison.Ordinal);

        _mail.Server.Refusal = new((SmtpReplyCode)451, "later");
        await _mail.Browser("Firefox/2").SignInAsync("Ann");
        for (var attempt = 0; attempt < MailSender.MaxAttempts + 3; attempt++)
        {
            await _mail.SendAsync();
            _mail.Host.Clock.Ahead += TimeSpan.FromMinutes(76);
        }
        row = await RowAsync();
        Assert.Equal((MailSender.MaxAttempts, null, true), (row.Attempts, row.DueAt, row.FailedAt is not null));
    }

    [Fact]
    public async Task A_server_that_is_away_costs_an_attempt_and_the_mail_comes_later()
    {
        await _mail.AccountAsync("Ann", "ann@example.org");
        await _mail.Server.StopAsync();
        await _mail.Browser("Firefox/1").SignInAsync("Ann");
        await _mail.SendAsync();
        var row = await RowAsync();
        Assert.Equal((1, true, null), (row.Attempts, row.DueAt is not null, row.FailedAt));
    }

    [Fact]
    public async Task Of_several_senders_at_once_one_sends_a_mail()
    {
        await _mail.AccountAsync("Ann", "ann@example.org");
        for (var browser = 0; browser < 5; browser++)
            await _mail.Browser($"Firefox/{browser}").SignInAsync("Ann");
        var before = _mail.Server.Messages.Count;
        var sender = _mail.Host.Services.GetRequiredService<MailSender>();
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => sender.SendDueAsync(TestContext.Current.CancellationToken)));
        Assert.Equal((5, 5), (sent.Sum(), _mail.Server.Messages.Count - before));
        Assert.Equal(_mail.Server.Messages.Count, _mail.Server.Messages.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_link_for_a_new_password_that_waited_for_its_life_is_not_sent()
    {
        await _mail.AccountAsync("Ann", "ann@example.org");
        _mail.Server.Refusal = new((SmtpReplyCode)451, "later");
        await _mail.ForgetAsync("ann@example.org");
        await _mail.SendAsync();
        _mail.Server.Refusal = null;
        _mail.Host.Clock.Ahead += TimeSpan.FromMinutes(61);
        Assert.Empty(await _mail.SendAsync());
        Assert.Equal("expired", (await RowAsync()).Error);
    }

    [Fact]
    public async Task The_outbox_has_no_token_in_the_clear()
    {
        await _mail.AccountAsync("Ann", "ann@example.org");
        _mail.Server.Refusal = new((SmtpReplyCode)451, "later");
        await _mail.ForgetAsync("ann@example.org");
        await _mail.SendAsync();
        var content = (await RowAsync()).Content!;
        Assert.Null(ResetToken.Read(content));
        Assert.NotNull(ResetToken.Read(_mail.Host.Services.GetRequiredService<MailOutbox>().Read(content)!));
    }

    [Fact]
    public async Task A_mail_has_text_and_plain_HTML_in_one_language_and_nothing_that_reports_back()
    {
        await _mail.AccountAsync("Ann", "ann@example.org");
        await _mail.Browser("Firefox/1").SignInAsync("Ann");
        var mail = Assert.Single(await _mail.SendAsync());
        Assert.StartsWith("Hello Ann,", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(new Uri(MailFixture.Site, "/account"), MailFixture.Link(mail));
        Assert.Contains("<html lang=\"en\">", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(mail.HtmlBody!, "href="));
    }

    [Fact]
    public async Task The_title_of_a_quiz_can_add_no_header_and_no_markup()
    {
        await _mail.AccountAsync("Ann", "ann@example.org");
        var session = Guid.NewGuid();
        await _mail.ReadAsync(async context =>
        {
            var user = await context.Users.SingleAsync();
            var quiz = new QuizRow { Id = Guid.NewGuid(), OwnerId = user.Id, Title = "Day 1\r\nBcc: eve@example.org\r\n\r\n<b>" };
            context.Quizzes.Add(quiz);
            context.GameSessions.Add(new() { Id = session, QuizId = quiz.Id, HostId = user.Id, Code = "ABCDEF", ConfigJson = "{}", Status = SessionStatus.Ended });
            context.Mails.Add(new()
            {
                UserId = user.Id,
                Kind = MailKind.GameReport,
                Language = "en",
                Address = user.Email,
                SessionId = session,
                CreatedAt = _mail.Host.Clock.GetUtcNow(),
                DueAt = _mail.Host.Clock.GetUtcNow(),
            });
            return await context.SaveChangesAsync();
        });
        var mail = Assert.Single(await _mail.SendAsync());
        Assert.Equal("Report: Day 1  Bcc: eve@example.org    <b>", mail.Subject);
        Assert.Empty(mail.Bcc);
        Assert.Contains("&lt;b&gt;", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(new Uri(MailFixture.Site, $"/games/{session}"), MailFixture.Link(mail));
    }

    private Task<MailRow> RowAsync() => _mail.ReadAsync(context => context.Mails.AsNoTracking().OrderByDescending(row => row.Id).FirstAsync());
}
