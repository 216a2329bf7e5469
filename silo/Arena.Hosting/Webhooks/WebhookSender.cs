using System.Collections.Concurrent;
using System.Net;
using Arena.Storage.Model;
using Arena.Storage.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Arena.Hosting.Webhooks;

/// <summary>
/// Sends what is due: one message at a time to an endpoint, and to many endpoints side by side, so that a slow one delays only itself. A
/// message is claimed before it is sent; what a crash cuts short is sent again by the silo that claims it next.
/// </summary>
internal sealed partial class WebhookSender(
    WebhookQueue queue, WebhookClient client, WebhookSecrets secrets, IOptions<WebhookOptions> options, TimeProvider time, ILogger<WebhookSender> logger)
{
    /// <summary>What one endpoint may have sent before others that wait have their turn.</summary>
    private const int MessagesInARow = 20;

    /// <summary>Longer than an attempt takes, by what its result needs to be written.</summary>
    private static readonly TimeSpan LeaseMargin = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, Task> _sending = new();
    private readonly TimeSpan _lease = TimeSpan.FromMilliseconds(options.Value.TimeoutMs) + LeaseMargin;
    private readonly TimeSpan _patience = TimeSpan.FromHours(options.Value.DisableAfterHours);

    /// <summary>Starts to send to the endpoints that have something due and that nothing is sent to yet.</summary>
    /// <returns>All that is being sent now.</returns>
    public async Task<IReadOnlyCollection<Task>> StartDueAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        WebhookTelemetry.Waited(await queue.LagAsync(now, cancel));
        var free = options.Value.MaxConcurrent - _sending.Count;
        foreach (var endpoint in free > 0 ? await queue.DueEndpointsAsync(now, [.. _sending.Keys], free, cancel) : [])
        {
            var done = new TaskCompletionSource();
            if (_sending.TryAdd(endpoint, done.Task))
                _ = SendAllAsync(endpoint, done, cancel);
        }
        return [.. _sending.Values];
    }

    private async Task SendAllAsync(Guid endpoint, TaskCompletionSource done, CancellationToken cancel)
    {
        try
        {
            for (var sent = 0; sent < MessagesInARow && await SendNextAsync(endpoint, cancel); sent++)
            {
                // The next one, as long as they arrive.
            }
        }
        catch (Exception failure)
        {
            if (!cancel.IsCancellationRequested)
                LogFailed(endpoint, failure);
        }
        finally
        {
            _sending.TryRemove(endpoint, out _);
            done.SetResult();
        }
    }

    /// <returns>Whether one was delivered.</returns>
    private async Task<bool> SendNextAsync(Guid endpointId, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (await queue.ClaimAsync(endpointId, now, now + _lease, cancel) is not var (delivery, endpoint))
            return false;
        var attempt = KeysOf(endpoint) is { } keys
            ? await client.PostAsync(delivery, endpoint.Url, keys, cancel)
            : new(time.GetUtcNow(), 0, WebhookFailure.SecretUnreadable);
        WebhookTelemetry.Attempted(attempt.Failure);
        var disabled = DisabledBy(attempt, endpoint);
        var next = attempt.Failure is null || disabled is not null ? null : time.GetUtcNow() + WebhookSchedule.After(delivery.Attempts);
        await queue.FinishAsync(delivery, attempt, next, disabled, CancellationToken.None);
        if (disabled is { } reason)
            LogDisabled(endpointId, reason);
        return attempt.Failure is null;
    }

    private IReadOnlyList<byte[]>? KeysOf(WebhookEndpointRow endpoint)
    {
        try
        {
            return secrets.KeysOf(endpoint, time.GetUtcNow());
        }
        catch (Exception failure)
        {
            LogUnreadable(endpoint.Id, failure);
            return null;
        }
    }

    private WebhookDisabledReason? DisabledBy(WebhookAttempt attempt, WebhookEndpointRow endpoint) => attempt switch
    {
        { ResponseCode: (int)HttpStatusCode.Gone } => WebhookDisabledReason.Gone,
        // What this silo cannot read is no fault of the endpoint.
        { Failure: not null and not WebhookFailure.SecretUnreadable } when attempt.At - endpoint.FailingSince >= _patience => WebhookDisabledReason.Failing,
        _ => null,
    };

    [LoggerMessage(EventId = 163, Level = LogLevel.Warning, Message = "Messages to the webhook {Endpoint} could not be read or written; they are tried again")]
    private partial void LogFailed(Guid endpoint, Exception cause);

    [LoggerMessage(EventId = 164, Level = LogLevel.Error,
        Message = "The secret of the webhook {Endpoint} cannot be read. Silos of the role consumers need Arena:Gateway:KeyCertificates as the gateways have it")]
    private partial void LogUnreadable(Guid endpoint, Exception cause);

    [LoggerMessage(EventId = 165, Level = LogLevel.Information, Message = "The webhook {Endpoint} is disabled: {Reason}")]
    private partial void LogDisabled(Guid endpoint, WebhookDisabledReason reason);
}
