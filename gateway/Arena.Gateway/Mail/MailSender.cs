using Arena.Gateway.Telemetry;
using Arena.Storage.Model;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Mail;

/// <summary>
/// Sends the mails of the outbox that are due. A row is claimed before it is sent, so that of several gateways one sends it; if that one dies, the row is due
/// again after the lease. So a mail may come twice, with the same Message-ID, and never not at all.
/// </summary>
internal sealed partial class MailSender(
    IDbContextFactory<ArenaDbContext> contexts, MailComposer composer, ResetRequests resets, IOptions<MailOptions> options, TimeProvider clock,
    ILogger<MailSender> logger)
{
    /// <summary>After the last one, some five hours after the first, a mail is a dead letter.</summary>
    public const int MaxAttempts = 12;

    private const int AtOnce = 50;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>One pass.</summary>
    /// <returns>How many mails were sent.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var sent = 0;
        await using var connection = new SmtpConnection(options.Value);
        while (await ClaimAsync(cancel) is { Count: > 0 } claimed)
        {
            foreach (var row in claimed)
            {
                if (row.Kind == MailKind.ResetRequest)
                    await resets.ResolveAsync(row.Id, cancel);
                else if (await SendAsync(connection, row, cancel))
                    sent++;
            }
        }
        GatewayTelemetry.MailsWait(await WaitingAsync(cancel));
        return sent;
    }

    private async Task<List<MailRow>> ClaimAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var due = await context.Mails.AsNoTracking().Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(AtOnce).ToListAsync(cancel);
        var claimed = new List<MailRow>();
        foreach (var row in due)
        {
            var won = await context.Mails.Where(other => other.Id == row.Id && other.DueAt == row.DueAt).ExecuteUpdateAsync(
                set => set.SetProperty(other => other.DueAt, now + Lease).SetProperty(other => other.Attempts, row.Attempts + 1), cancel);
            row.Attempts++;
            if (won == 1)
                claimed.Add(row);
        }
        return claimed;
    }

    private async Task<bool> SendAsync(SmtpConnection connection, MailRow row, CancellationToken cancel)
    {
        try
        {
            if (await composer.ComposeAsync(row, cancel) is not { } message)
            {
                await DeleteAsync(row, cancel);
                return false;
            }
            if (row.Kind == MailKind.PasswordReset && clock.GetUtcNow() - row.CreatedAt >= ResetToken.Lifetime)
            {
                await FailAsync(row, isFinal: true, "expired", cancel);
                return false;
            }
            await connection.SendAsync(message, cancel);
        }
        catch (SmtpCommandException refused)
        {
            await FailAsync(row, isFinal: (int)refused.StatusCode >= 500, $"{(int)refused.StatusCode} {refused.ErrorCode}", cancel);
            return false;
        }
        catch (Exception failed) when (!cancel.IsCancellationRequested)
        {
            await FailAsync(row, isFinal: false, failed.GetType().Name, cancel, failed);
            return false;
        }
        await DoneAsync(row, cancel);
        return true;
    }

    private async Task DoneAsync(MailRow row, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await context.Mails.Where(other => other.Id == row.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(other => other.SentAt, now)
                .SetProperty(other => other.DueAt, (DateTimeOffset?)null)
                .SetProperty(other => other.Address, (string?)null)
                .SetProperty(other => other.Content, (string?)null)
                .SetProperty(other => other.Error, (string?)null),
            cancel);
        GatewayTelemetry.MailSent();
    }

    private async Task FailAsync(MailRow row, bool isFinal, string why, CancellationToken cancel, Exception? cause = null)
    {
        var isOver = isFinal || row.Attempts >= MaxAttempts;
        var now = clock.GetUtcNow();
        DateTimeOffset? due = isOver ? null : now + Pause(row.Attempts);
        DateTimeOffset? failed = isOver ? now : null;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await context.Mails.Where(other => other.Id == row.Id).ExecuteUpdateAsync(
            set => set.SetProperty(other => other.DueAt, due).SetProperty(other => other.FailedAt, failed).SetProperty(other => other.Error, why), cancel);
        GatewayTelemetry.MailFailed(isOver);
        if (isOver)
            LogGivenUp(cause, row.Id, row.Kind, row.Attempts, why);
        else
            LogFailed(cause, row.Id, row.Kind, row.Attempts, why);
    }

    /// <summary>Doubles, with a quarter more or less: mails of one outage do not come back all at once.</summary>
    private static TimeSpan Pause(int attempts)
    {
        var doubled = FirstPause * Math.Pow(2, attempts - 1);
        return (doubled < LongestPause ? doubled : LongestPause) * (0.75 + (0.5 * Random.Shared.NextDouble()));
    }

    private async Task DeleteAsync(MailRow row, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await context.Mails.Where(other => other.Id == row.Id).ExecuteDeleteAsync(cancel);
    }

    private async Task<int> WaitingAsync(CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Mails.CountAsync(row => row.DueAt != null, cancel);
    }

    [LoggerMessage(EventId = 271, Level = LogLevel.Warning, Message = "Mail {Id} ({Kind}) was not sent at attempt {Attempt}: {Reason}. It is tried again")]
    private partial void LogFailed(Exception? cause, long id, MailKind kind, int attempt, string reason);

    [LoggerMessage(EventId = 272, Level = LogLevel.Error, Message = "Mail {Id} ({Kind}) was given up after attempt {Attempt}: {Reason}. Administrators see it among the dead letters")]
    private partial void LogGivenUp(Exception? cause, long id, MailKind kind, int attempt, string reason);
}
