using System.Threading.RateLimiting;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Mail;

/// <summary>
/// Invites addresses by mail. Whether an account has the address is not looked up, so that nothing can reveal it. An account invites only with a confirmed
/// address of its own, a limited number a day; and an address gets few a day, whoever invites.
/// </summary>
internal sealed class Invitations(IDbContextFactory<ArenaDbContext> contexts, MailOutbox outbox, IOptions<MailOptions> options, TimeProvider clock) : IDisposable
{
    /// <summary>The window of both limits.</summary>
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The mails that go to an address which may be a stranger's.</summary>
    public static readonly MailKind[] Kinds = [MailKind.GroupInvitation, MailKind.CoAuthorInvitation];

    private readonly PartitionedRateLimiter<string> _addresses = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = options.Value.InvitationsPerAddress, Window = Day }));

    /// <param name="sender">Who invites.</param>
    /// <param name="address">One that <see cref="MailAddresses.Clean"/> has passed.</param>
    /// <param name="language">Of the mail.</param>
    /// <param name="kind">To what.</param>
    /// <param name="content">What the text needs.</param>
    /// <param name="row">What is stored with the mail, if it is.</param>
    /// <param name="cancel">Stops the wait.</param>
    public async Task<InvitationOutcome> SendAsync(
        Guid sender, string address, string language, MailKind kind, string content, object? row, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var user = await context.Users.AsNoTracking().SingleOrDefaultAsync(account => account.Id == sender, cancel);
        if (!outbox.IsOn || user?.Email is null)
            return InvitationOutcome.NotNow;
        var since = clock.GetUtcNow() - Day;
        if (await context.Mails.CountAsync(sent => sent.UserId == sender && Kinds.Contains(sent.Kind) && sent.CreatedAt > since, cancel)
            >= options.Value.InvitationsPerDay)
        {
            return InvitationOutcome.TooMany;
        }
        var mail = outbox.To(user, address, language, kind, content);
        using var allowed = options.Value.InvitationsPerAddress > 0 ? _addresses.AttemptAcquire(address.ToUpperInvariant()) : null;
        // One that is not sent counts for its sender as well, and looks the same.
        if (allowed is not { IsAcquired: true })
            (mail.DueAt, mail.Address, mail.Content, mail.SentAt) = (null, null, null, mail.CreatedAt);
        context.Mails.Add(mail);
        if (row is not null)
            context.Add(row);
        await context.SaveChangesAsync(cancel);
        return InvitationOutcome.Accepted;
    }

    public void Dispose() => _addresses.Dispose();
}
