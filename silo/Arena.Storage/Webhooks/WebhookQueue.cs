using Arena.Storage.Model;
using Arena.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Webhooks;

/// <summary>The outbox of the webhooks, for those who send: which message is due, whose turn it is, and what became of it.</summary>
public sealed class WebhookQueue(IBatchWriter writer, IDbContextFactory<ArenaDbContext> contexts)
{
    private const string Claim =
        "UPDATE webhook_delivery SET attempts = attempts + 1, next_at = $3 WHERE id = $1 AND next_at = $2 AND status = 'Pending'";

    // The number of the attempt is a fence: the end of one that was taken over changes nothing.
    private const string Finish = """
        UPDATE webhook_delivery
        SET status = $3, next_at = $4, last_at = $5, duration_ms = $6, failure = $7, response_code = $8, response = $9
        WHERE id = $1 AND attempts = $2 AND status = 'Pending'
        """;

    private const string Succeeded = "UPDATE webhook_endpoint SET failing_since = NULL WHERE id = $1 AND failing_since IS NOT NULL";

    private const string Failed = "UPDATE webhook_endpoint SET failing_since = $2 WHERE id = $1 AND failing_since IS NULL";

    private const string Disable = "UPDATE webhook_endpoint SET disabled_at = $2, disabled_reason = $3 WHERE id = $1 AND disabled_at IS NULL";

    private const string GiveUp =
        "UPDATE webhook_delivery SET status = 'DeadLetter', failure = coalesce(failure, 'Disabled') WHERE endpoint_id = $1 AND status = 'Pending'";

    /// <summary>Endpoints with a message that is due, the one that waits longest first.</summary>
    public async Task<List<Guid>> DueEndpointsAsync(DateTimeOffset now, IReadOnlyCollection<Guid> except, int limit, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.WebhookDeliveries
            .Where(row => row.Status == WebhookDeliveryStatus.Pending && row.NextAt <= now && !except.Contains(row.EndpointId))
            .GroupBy(row => row.EndpointId).OrderBy(rows => rows.Min(row => row.NextAt)).Take(limit).Select(rows => rows.Key)
            .ToListAsync(cancel);
    }

    /// <summary>The age of the message that waits longest beyond its time; zero if none does.</summary>
    public async Task<TimeSpan> LagAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var first = await context.WebhookDeliveries.Where(row => row.Status == WebhookDeliveryStatus.Pending && row.NextAt <= now)
            .OrderBy(row => row.NextAt).Select(row => (DateTimeOffset?)row.NextAt).FirstOrDefaultAsync(cancel);
        return now - first ?? TimeSpan.Zero;
    }

    /// <summary>Takes an endpoint's message that is due first: no other silo takes it until an instant.</summary>
    /// <returns>The message, its attempt counted, with its endpoint; null if there is none, or someone else was faster.</returns>
    public async Task<(WebhookDeliveryRow Delivery, WebhookEndpointRow Endpoint)?> ClaimAsync(
        Guid endpointId, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var delivery = await context.WebhookDeliveries.AsNoTracking()
            .Where(row => row.EndpointId == endpointId && row.Status == WebhookDeliveryStatus.Pending && row.NextAt <= now)
            .OrderBy(row => row.NextAt).FirstOrDefaultAsync(cancel);
        if (delivery is null || await context.WebhookEndpoints.AsNoTracking().SingleOrDefaultAsync(row => row.Id == endpointId, cancel) is not { } endpoint)
            return null;
        var claim = new BatchStatement(Claim, delivery.Id, delivery.NextAt.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());
        if (await writer.WriteAsync([claim], cancel) == 0)
            return null;
        delivery.Attempts++;
        return (delivery, endpoint);
    }

    /// <summary>Writes what became of an attempt.</summary>
    /// <param name="delivery">The message, as it was claimed.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="next">When it is tried again, or null for never.</param>
    /// <param name="disabled">Why nothing more is sent to the endpoint, or null.</param>
    /// <param name="cancel">Stops the wait.</param>
    public Task FinishAsync(
        WebhookDeliveryRow delivery, WebhookAttempt attempt, DateTimeOffset? next, WebhookDisabledReason? disabled, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(attempt);
        var (endpoint, at) = (delivery.EndpointId, attempt.At.ToUnixTimeMilliseconds());
        var status = attempt.Failure is null ? WebhookDeliveryStatus.Delivered
            : next is null ? WebhookDeliveryStatus.DeadLetter
            : WebhookDeliveryStatus.Pending;
        var finish = new BatchStatement(
            Finish, delivery.Id, delivery.Attempts, status.ToString(), (next ?? attempt.At).ToUnixTimeMilliseconds(), at, attempt.DurationMs,
            (object?)attempt.Failure?.ToString() ?? DBNull.Value, (object?)attempt.ResponseCode ?? DBNull.Value,
            (object?)attempt.Response ?? DBNull.Value);
        BatchStatement[] effects =
        [
            attempt.Failure is null ? new(Succeeded, endpoint) : new(Failed, endpoint, at),
            .. disabled is { } reason ? [new(Disable, endpoint, at, reason.ToString()), new BatchStatement(GiveUp, endpoint)] : Array.Empty<BatchStatement>(),
        ];
        return writer.TryWriteAsync(finish, effects, cancel);
    }
}
