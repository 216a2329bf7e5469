using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Mail;

/// <summary>
/// Turns a request for a new password into a mail, if an account has the address. It is done when mail is sent, and not while the caller
/// waits: neither the reply nor its time reveals whether there is such an account.
/// </summary>
internal sealed class ResetRequests(IDbContextFactory<ArenaDbContext> contexts, MailOutbox outbox, IOptions<MailOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public async Task ResolveAsync(long id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.Mails.SingleOrDefaultAsync(row => row.Id == id && row.Kind == MailKind.ResetRequest, cancel) is not { } request)
            return;
        var user = await context.Users.SingleOrDefaultAsync(row => row.EmailKey == request.Address, cancel);
        if (user is null || now - request.CreatedAt >= Hour || await IsEnoughAsync(context, user.Id, now, cancel))
        {
            context.Mails.Remove(request);
        }
        else
        {
            request.Content = outbox.Protect(ResetToken.Give(user, now).ToString());
            user.Version++;
            (request.Kind, request.UserId, request.Address, request.Language) = (MailKind.PasswordReset, user.Id, user.Email, user.MailLanguage!);
            (request.CreatedAt, request.DueAt, request.Attempts) = (now, now, 0);
            context.SecurityEvents.Add(new() { At = now, Event = SecurityEvent.ResetGiven, UserId = user.Id });
        }
        await context.SaveChangesAsync(cancel);
    }

    private async Task<bool> IsEnoughAsync(ArenaDbContext context, Guid user, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Hour;
        return await context.Mails.CountAsync(row => row.UserId == user && row.Kind == MailKind.PasswordReset && row.CreatedAt > since, cancel) >= options.Value.ResetsPerHour;
    }
}
