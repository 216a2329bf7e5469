using Arena.Gateway.Http;
using Arena.Gateway.Mail;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Administration;

/// <summary>The outgoing mail, for administrators: how many wait, and those that were given up. Addresses and contents are not shown.</summary>
internal static class MailEndpoints
{
    private const int MaxListed = 100;

    public static void MapMail(this RouteGroupBuilder administration)
    {
        administration.MapGet("/mail", OverviewAsync)
            .WithName("showMail")
            .WithSummary("Whether mail is on, how many mails wait, and those that were given up, the newest first, at most 100");
        administration.MapPost("/mail/{id}/retry", RetryAsync)
            .WithName("retryMail")
            .WithSummary("Has a mail tried again that was given up")
            .ProducesArenaProblem(StatusCodes.Status404NotFound);
        administration.MapDelete("/mail/{id}", DiscardAsync)
            .WithName("discardMail")
            .WithSummary("Deletes a mail that was given up")
            .ProducesArenaProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<MailOverview>> OverviewAsync(MailOutbox outbox, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return TypedResults.Ok(new MailOverview(
            outbox.IsOn,
            await context.Mails.CountAsync(row => row.DueAt != null, cancel),
            await context.Mails.Where(row => row.FailedAt != null).OrderByDescending(row => row.Id).Take(MaxListed)
                .Select(row => new GivenUpMail(row.Id, row.Kind, row.CreatedAt, row.FailedAt!.Value, row.Attempts, row.Error)).ToListAsync(cancel)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RetryAsync(
        long id, IDbContextFactory<ArenaDbContext> contexts, TimeProvider clock, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return Changed(await context.Mails.Where(row => row.Id == id && row.FailedAt != null).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.DueAt, now)
                .SetProperty(row => row.FailedAt, (DateTimeOffset?)null)
                .SetProperty(row => row.Attempts, 0),
            cancel));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DiscardAsync(long id, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return Changed(await context.Mails.Where(row => row.Id == id && row.FailedAt != null).ExecuteDeleteAsync(cancel));
    }

    private static Results<NoContent, ProblemHttpResult> Changed(int rows) => rows > 0
        ? TypedResults.NoContent()
        : Problems.Of(EventErrorCode.UnknownDeadLetter.AsProblem());
}

/// <param name="IsOn">Whether an SMTP server is configured.</param>
/// <param name="Waiting">Mails that wait to be sent.</param>
/// <param name="GivenUp">The newest that were given up.</param>
internal sealed record MailOverview(bool IsOn, int Waiting, IReadOnlyList<GivenUpMail> GivenUp);

/// <param name="Id">For retry and discard.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="CreatedAt">When it was caused.</param>
/// <param name="FailedAt">When it was given up.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">The server's status, or the kind of failure.</param>
internal sealed record GivenUpMail(long Id, MailKind Kind, DateTimeOffset CreatedAt, DateTimeOffset FailedAt, int Attempts, string? Error);
