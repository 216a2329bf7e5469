using Arena.Storage.Model;
using Arena.Storage.Webhooks;
using Arena.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Webhooks;

/// <summary>The endpoints of accounts, and their messages.</summary>
internal sealed class WebhookStore(IDbContextFactory<ArenaDbContext> contexts, IBatchWriter writer, WebhookSecrets secrets, TimeProvider clock)
{
    /// <summary>How long the former secret signs as well after a rotation.</summary>
    public static readonly TimeSpan RotationOverlap = TimeSpan.FromHours(24);

    private const int MaxListed = 50;

    private const string Give = """
        INSERT INTO webhook_endpoint (id, user_id, url, events, secret, created_at) SELECT $1, $2, $3, $4, $5, $6
        WHERE (SELECT count(*) FROM webhook_endpoint WHERE user_id = $2) < $7
        """;

    public async Task<List<WebhookReply>> ListAsync(Guid user, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var rows = await context.WebhookEndpoints.AsNoTracking().Where(row => row.UserId == user).OrderBy(row => row.CreatedAt).ToListAsync(cancel);
        return rows.ConvertAll(Reply);
    }

    /// <returns>The endpoint, or null if the account has as many as it may.</returns>
    public async Task<WebhookWithSecret?> MakeAsync(Guid user, string url, string events, int max, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (secret, kept) = secrets.Draw();
        var row = new WebhookEndpointRow { Id = Guid.CreateVersion7(now), UserId = user, Url = url, Events = events, Secret = kept, CreatedAt = now };
        var give = new BatchStatement(Give, row.Id, user, url, events, kept, now.ToUnixTimeMilliseconds(), (long)max);
        return await writer.WriteAsync([give], cancel) == 1 ? new(secret, Reply(row)) : null;
    }

    /// <summary>Changes an endpoint. One that is enabled again starts with a clean record.</summary>
    public Task<WebhookReply?> ChangeAsync(Guid user, Guid id, string url, string events, bool isEnabled, CancellationToken cancel) =>
        UpdateAsync(user, id, row =>
        {
            (row.Url, row.Events) = (url, events);
            if (isEnabled)
                (row.DisabledAt, row.DisabledReason, row.FailingSince) = (null, null, row.DisabledAt is null ? row.FailingSince : null);
            else if (row.DisabledAt is null)
                (row.DisabledAt, row.DisabledReason) = (clock.GetUtcNow(), WebhookDisabledReason.Owner);
        }, cancel);

    /// <summary>Gives an endpoint a new secret; the present one signs as well for a day.</summary>
    public async Task<WebhookWithSecret?> RotateAsync(Guid user, Guid id, CancellationToken cancel)
    {
        var (secret, kept) = secrets.Draw();
        var changed = await UpdateAsync(user, id, row => (row.PreviousSecret, row.PreviousUntil, row.Secret) = (row.Secret, clock.GetUtcNow() + RotationOverlap, kept), cancel);
        return changed is null ? null : new(secret, changed);
    }

    public async Task<bool> RemoveAsync(Guid user, Guid id, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.WebhookEndpoints.Where(row => row.Id == id && row.UserId == user).ExecuteDeleteAsync(cancel) > 0;
    }

    /// <returns>The newest messages, or null if the account has no such endpoint.</returns>
    public async Task<List<WebhookDeliveryReply>?> DeliveriesAsync(Guid user, Guid id, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (!await context.WebhookEndpoints.AnyAsync(row => row.Id == id && row.UserId == user, cancel))
            return null;
        return (await context.WebhookDeliveries.AsNoTracking().Where(row => row.EndpointId == id).OrderByDescending(row => row.Id).Take(MaxListed)
            .ToListAsync(cancel)).ConvertAll(Reply);
    }

    /// <summary>Puts a message into the outbox that tries an endpoint out.</summary>
    public async Task<WebhookErrorCode?> TestAsync(Guid user, Guid id, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await WhyNotSentAsync(context, user, id, cancel) is { } code)
            return code;
        var now = clock.GetUtcNow();
        context.WebhookDeliveries.Add(new()
        {
            EndpointId = id,
            MessageId = WebhookMessage.NewId(),
            Type = WebhookTypes.Test,
            Payload = new WebhookMessage(WebhookTypes.Test, now, new { }).ToJson(),
            CreatedAt = now,
            NextAt = now,
        });
        await context.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>Has a message sent again at once, with all its attempts before it: by the same id, so that a receiver recognises it.</summary>
    public async Task<WebhookErrorCode?> ResendAsync(Guid user, Guid id, long delivery, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await WhyNotSentAsync(context, user, id, cancel) is { } code)
            return code;
        var changed = await context.WebhookDeliveries
            .Where(row => row.Id == delivery && row.EndpointId == id && row.Status != WebhookDeliveryStatus.Pending)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Status, WebhookDeliveryStatus.Pending).SetProperty(row => row.Attempts, 0)
                    .SetProperty(row => row.NextAt, clock.GetUtcNow()).SetProperty(row => row.LastAt, (DateTimeOffset?)null)
                    .SetProperty(row => row.Failure, (WebhookFailure?)null).SetProperty(row => row.ResponseCode, (int?)null)
                    .SetProperty(row => row.Response, (string?)null).SetProperty(row => row.DurationMs, (long?)null),
                cancel);
        return changed > 0 ? null : WebhookErrorCode.UnknownDelivery;
    }

    /// <returns>The types as they are kept, or null if one is none.</returns>
    public static string? EventsOf(IReadOnlyList<string> types) => types.Count <= WebhookTypes.All.Count && types.All(WebhookTypes.All.Contains)
        ? string.Join(' ', types.Distinct().Order(StringComparer.Ordinal))
        : null;

    private static async Task<WebhookErrorCode?> WhyNotSentAsync(ArenaDbContext context, Guid user, Guid id, CancellationToken cancel)
    {
        var endpoint = await context.WebhookEndpoints.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.UserId == user, cancel);
        return endpoint is null ? WebhookErrorCode.UnknownWebhook
            : endpoint.DisabledAt is not null ? WebhookErrorCode.WebhookDisabled
            : null;
    }

    private async Task<WebhookReply?> UpdateAsync(Guid user, Guid id, Action<WebhookEndpointRow> change, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.WebhookEndpoints.SingleOrDefaultAsync(row => row.Id == id && row.UserId == user, cancel) is not { } row)
            return null;
        change(row);
        await context.SaveChangesAsync(cancel);
        return Reply(row);
    }

    private static WebhookReply Reply(WebhookEndpointRow row) => new(
        row.Id, row.Url, row.Events.Split(' '), row.CreatedAt, row.PreviousUntil, row.FailingSince, row.DisabledAt, row.DisabledReason);

    private static WebhookDeliveryReply Reply(WebhookDeliveryRow row) => new(
        row.Id, row.MessageId, row.Type, row.CreatedAt, row.Status, row.Attempts, row.Status == WebhookDeliveryStatus.Pending ? row.NextAt : null,
        row.LastAt, row.Failure, row.ResponseCode, row.Response, row.DurationMs, row.Payload);
}
