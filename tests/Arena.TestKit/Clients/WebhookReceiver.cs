using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using StandardWebhooks;

namespace Arena.TestKit.Clients;

/// <summary>A server that receives webhooks, and verifies them by a library that is not Arena's.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<ReceivedWebhook> _received = new();
    private readonly SemaphoreSlim _arrivals = new(0);

    private WebhookReceiver(WebApplication server) => _server = server;

    /// <summary>How it answers; 204 unless a test says otherwise.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = http =>
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };

    /// <summary>All requests so far.</summary>
    public IReadOnlyList<ReceivedWebhook> Received => [.. _received];

    /// <summary>Where messages may be sent.</summary>
    public Uri Url => new(new Uri(_server.Urls.Single()), "/hook");

    /// <summary>Listens on a free port of this machine.</summary>
    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver._server.Run(receiver.ReceiveAsync);
        await receiver._server.StartAsync();
        return receiver;
    }

    /// <summary>Waits for the next request.</summary>
    public async Task<ReceivedWebhook> NextAsync(CancellationToken cancel)
    {
        await _arrivals.WaitAsync(cancel);
        return _received.Last();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _arrivals.Dispose();
        return _server.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        _received.Enqueue(new(
            http.Request.Method, http.Request.Path, await reader.ReadToEndAsync(http.RequestAborted),
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        _arrivals.Release();
        await Answer(http);
    }
}

/// <summary>A request that a receiver got.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path.</param>
/// <param name="Body">Its body.</param>
/// <param name="Headers">Its headers.</param>
public sealed record ReceivedWebhook(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The message's id.</summary>
    public string Id => Headers["webhook-id"];

    /// <summary>Whether the package StandardWebhooks takes one of the signatures for genuine. It looks at the first of several alone, so each is tried.</summary>
    public bool IsSignedBy(string secret) => Headers["webhook-signature"].Split(' ').Any(signature => IsGenuine(secret, signature));

    private bool IsGenuine(string secret, string signature)
    {
        var headers = new HeaderDictionary { ["webhook-id"] = Id, ["webhook-timestamp"] = Headers["webhook-timestamp"], ["webhook-signature"] = signature };
        try
        {
            new StandardWebhook(secret).Verify(Body, headers);
            return true;
        }
        catch (StandardWebhooks.Diagnostics.WebhookVerificationException)
        {
            return false;
        }
    }
}
