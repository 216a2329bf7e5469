using System.Net;
using System.Text;
using Arena.Storage.Model;
using Arena.Storage.Webhooks;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Arena.Hosting.Webhooks;

/// <summary>Posts one message: bounded in time, follows no redirect, and reads no more of the response than is kept.</summary>
internal sealed class WebhookClient
{
    /// <summary>The name of its handler.</summary>
    public const string Name = "webhooks";

    /// <summary>Bytes of a response's body that are kept.</summary>
    public const int MaxResponseBytes = 4_096;

    private readonly IHttpClientFactory _clients;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<WebhookAttempt> _pipeline;

    public WebhookClient(IHttpClientFactory clients, IOptions<WebhookOptions> options, TimeProvider time)
    {
        (_clients, _time) = (clients, time);
        var pipeline = new ResiliencePipelineBuilder<WebhookAttempt> { TimeProvider = time }.AddTimeout(TimeSpan.FromMilliseconds(options.Value.TimeoutMs));
        if (options.Value.QuickRetries > 0)
        {
            pipeline.AddRetry(new RetryStrategyOptions<WebhookAttempt>
            {
                ShouldHandle = tried => ValueTask.FromResult(tried.Outcome.Result?.Failure == WebhookFailure.Unreachable),
                MaxRetryAttempts = options.Value.QuickRetries,
                Delay = TimeSpan.FromMilliseconds(options.Value.QuickRetryMs),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            });
        }
        _pipeline = pipeline.Build();
    }

    /// <param name="delivery">The message.</param>
    /// <param name="url">Where to.</param>
    /// <param name="keys">What signs it.</param>
    /// <param name="cancel">Cuts it short, without a result.</param>
    public async Task<WebhookAttempt> PostAsync(WebhookDeliveryRow delivery, string url, IReadOnlyList<byte[]> keys, CancellationToken cancel)
    {
        var began = _time.GetTimestamp();
        var attempt = await TryAsync();
        return attempt with { At = _time.GetUtcNow(), DurationMs = (long)_time.GetElapsedTime(began).TotalMilliseconds };

        async Task<WebhookAttempt> TryAsync()
        {
            try
            {
                return await _pipeline.ExecuteAsync(async token => await SendAsync(delivery, url, keys, token), cancel);
            }
            catch (TimeoutRejectedException)
            {
                return Failed(WebhookFailure.Timeout);
            }
        }
    }

    private async Task<WebhookAttempt> SendAsync(WebhookDeliveryRow delivery, string url, IReadOnlyList<byte[]> keys, CancellationToken cancel)
    {
        try
        {
            using var request = Request(delivery, url, keys, _time.GetUtcNow().ToUnixTimeSeconds());
            using var client = _clients.CreateClient(Name);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return Failed(FailureOf(response.StatusCode)) with { ResponseCode = (int)response.StatusCode, Response = await BeginningAsync(response, cancel) };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return Failed(failure.InnerException is PrivateAddressException ? WebhookFailure.PrivateAddress
                : failure is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } ? WebhookFailure.Certificate
                : WebhookFailure.Unreachable);
        }
    }

    private static HttpRequestMessage Request(WebhookDeliveryRow delivery, string url, IReadOnlyList<byte[]> keys, long unixSeconds) => new(HttpMethod.Post, url)
    {
        Content = new StringContent(delivery.Payload, Encoding.UTF8, "application/json"),
        Headers =
        {
            { "user-agent", "Arena-Webhooks/1" },
            { "webhook-id", delivery.MessageId },
            { "webhook-timestamp", $"{unixSeconds}" },
            { "webhook-signature", WebhookSignature.Of(delivery.MessageId, unixSeconds, delivery.Payload, keys) },
        },
    };

    private static WebhookFailure? FailureOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => WebhookFailure.Redirect,
        _ => WebhookFailure.Status,
    };

    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        var buffer = new byte[MaxResponseBytes];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        var text = Encoding.UTF8.GetString(buffer, 0, length);
        return string.Concat(text.Where(sign => sign is '\n' or '\t' || !char.IsControl(sign)));
    }

    private static WebhookAttempt Failed(WebhookFailure? failure) => new(default, 0, failure);
}
