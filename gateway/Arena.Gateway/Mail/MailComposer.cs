using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Arena.Gateway.Configuration;
using Arena.Gateway.Proxies;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;

namespace Arena.Gateway.Mail;

/// <summary>
/// Makes the message of a row: text and simple HTML, without pictures, without anything that reports back. Links lead to the configured public
/// address alone.
/// </summary>
internal sealed class MailComposer(
    IDbContextFactory<ArenaDbContext> contexts, MailOutbox outbox, IOptions<MailOptions> options, IOptions<GatewayOptions> gateway)
{
    /// <returns>The message, or null if what it is about is gone.</returns>
    public async Task<MimeMessage?> ComposeAsync(MailRow row, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var user = await context.Users.AsNoTracking().SingleOrDefaultAsync(found => found.Id == row.UserId, cancel);
        if (user is null || row.Address is null || outbox.Read(row.Content) is not { } content)
            return null;
        var words = MailLanguages.WordsOf(row.Language);
        if (await TextAsync(context, words, row, user, content, cancel) is not { } text)
            return null;
        // Of who is invited, the address is all that is known.
        var reader = Invitations.Kinds.Contains(row.Kind) ? null : user.Username;
        var site = Link("/");
        var message = new MimeMessage { Subject = OneLine(text.Subject), Date = row.CreatedAt };
        message.From.Add(new MailboxAddress("Arena", options.Value.From));
        message.To.Add(new MailboxAddress(reader, row.Address));
        // The same for each attempt: a reader's mail program shows a mail once that came twice.
        message.MessageId = string.Create(CultureInfo.InvariantCulture, $"{row.Id}.{row.CreatedAt.ToUnixTimeMilliseconds()}@{site.IdnHost}");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, row.Language);
        string[] paragraphs = [words.Greeting(reader), .. text.Paragraphs];
        message.Body = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = Plain(paragraphs, text, words.Footer(site)) },
            new TextPart(TextFormat.Html) { Text = Html(row.Language, paragraphs, text, words.Footer(site)) },
        };
        return message;
    }

    private async Task<MailText?> TextAsync(
        ArenaDbContext context, IMailWords words, MailRow row, UserRow user, string content, CancellationToken cancel)
    {
        return row.Kind switch
        {
            MailKind.PasswordReset => words.PasswordReset(Link($"/reset#{content}")),
            MailKind.AddressConfirmation => words.AddressConfirmation(Link($"/confirm-address#{content}")),
            MailKind.AddressChanged => words.AddressChanged(Link("/account")),
            MailKind.PasswordChanged => words.PasswordChanged(row.CreatedAt, Link("/forgotten")),
            MailKind.NewBrowser => words.NewBrowser(row.CreatedAt, content, Link("/account")),
            MailKind.GameReport => await FiguresAsync(context, row.SessionId!.Value, cancel) is { } game ? words.GameReport(game, Link($"/games/{row.SessionId}")) : null,
            MailKind.GroupInvitation => await InvitationAsync(context, words, user, content, cancel),
            MailKind.CoAuthorInvitation => await CoAuthorInvitationAsync(context, words, user, content, cancel),
            _ => null,
        };
    }

    private async Task<MailText?> InvitationAsync(ArenaDbContext context, IMailWords words, UserRow host, string content, CancellationToken cancel)
    {
        var id = Guid.ParseExact(content, "N");
        return await context.Groups.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.HostId == host.Id, cancel) is { } group
            ? words.GroupInvitation(host.Username, OneLine(group.Name), Link($"/groups#{group.Code}"))
            : null;
    }

    private async Task<MailText?> CoAuthorInvitationAsync(
        ArenaDbContext context, IMailWords words, UserRow owner, string token, CancellationToken cancel)
    {
        var hash = InvitationToken.Hash(token);
        var quizzes = context.QuizInvitations.Where(row => row.TokenHash == hash)
            .Join(context.Quizzes.Where(quiz => quiz.OwnerId == owner.Id), row => row.QuizId, quiz => quiz.Id, (_, quiz) => quiz.Title);
        return await quizzes.SingleOrDefaultAsync(cancel) is { } title
            ? words.CoAuthorInvitation(owner.Username, OneLine(title), Link($"/invitation#{token}"))
            : null;
    }

    private static async Task<GameFigures?> FiguresAsync(ArenaDbContext context, Guid session, CancellationToken cancel)
    {
        var game = await context.GameSessions.Where(row => row.Id == session && row.Status != SessionStatus.Expired)
            .Select(row => new { row.Code, Title = context.Quizzes.Where(quiz => quiz.Id == row.QuizId).Select(quiz => quiz.Title).SingleOrDefault() })
            .SingleOrDefaultAsync(cancel);
        if (game is null)
            return null;
        var answers = await context.PlayerAnswers.CountAsync(row => row.SessionId == session, cancel);
        var earned = await context.PlayerAnswers.CountAsync(row => row.SessionId == session && row.ScoreAwarded > 0, cancel);
        return new(
            OneLine(game.Title ?? game.Code), await context.GamePlayers.CountAsync(row => row.SessionId == session, cancel), answers,
            answers == 0 ? 0 : (int)Math.Round(100.0 * earned / answers));
    }

    private Uri Link(string path) => new($"{PublicOrigin.Of(gateway.Value)}{path}");

    private static string Plain(IEnumerable<string> paragraphs, MailText text, string footer)
    {
        var plain = new StringBuilder();
        foreach (var paragraph in paragraphs)
            plain.Append(paragraph).Append("\n\n");
        if (text.Link is { } link)
            plain.Append(text.LinkLabel).Append(":\n").Append(link.AbsoluteUri).Append("\n\n");
        return plain.Append("-- \n").Append(footer).Append('\n').ToString();
    }

    private static string Html(string language, IEnumerable<string> paragraphs, MailText text, string footer)
    {
        static string Encode(string plain) => HtmlEncoder.Default.Encode(plain);
        var html = new StringBuilder("<!doctype html><html lang=\"").Append(language).Append("\"><head><meta charset=\"utf-8\"><title>")
            .Append(Encode(text.Subject)).Append("</title></head><body>");
        foreach (var paragraph in paragraphs)
            html.Append("<p>").Append(Encode(paragraph)).Append("</p>");
        if (text.Link is { } link)
            html.Append("<p><a href=\"").Append(Encode(link.AbsoluteUri)).Append("\">").Append(Encode(text.LinkLabel!)).Append("</a></p>");
        return html.Append("<hr><p><small>").Append(Encode(footer)).Append("</small></p></body></html>").ToString();
    }

    /// <summary>A title is the text of a user.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
