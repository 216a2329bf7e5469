using System.Threading.RateLimiting;
using Arena.Game.Vocabulary;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// What every hub call passes: the connection's message rate, and the mapping of failures to codes. A refusal that arises here is a
/// reply like the method's own, so that no client takes it for a broken connection.
/// </summary>
internal sealed partial class HubBoundaryFilter(IOptions<GatewayOptions> options, ILogger<HubBoundaryFilter> logger) : IHubFilter
{
    private const string LimiterItem = "arena.limiter";

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        context.Context.Items[LimiterItem] = new TokenBucketRateLimiter(new()
        {
            TokenLimit = options.Value.MessageBurst,
            TokensPerPeriod = options.Value.MessagesPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
            AutoReplenishment = false,
        });
        return next(context);
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var limiter = (TokenBucketRateLimiter)invocation.Context.Items[LimiterItem]!;
        limiter.TryReplenish();
        using var lease = limiter.AttemptAcquire();
        if (!lease.IsAcquired)
            return Replies.Refuse(invocation.HubMethod, new(GameErrorCode.TooFast, 1_000 / options.Value.MessagesPerSecond));
        if (invocation.HubMethodArguments.Contains(null))
            return Replies.Refuse(invocation.HubMethod, new(GameErrorCode.InvalidMessage));
        var traffic = invocation.Context.Features.Get<ConnectionTraffic>();
        traffic?.CallBegins();
        try
        {
            return await next(invocation);
        }
        catch (Exception failed) when (failed is not HubException)
        {
            var code = Failures.CodeOf(failed);
            // The other codes are a busy cluster's or a client's that left: many at once, and no fault to look into.
            if (code == GameErrorCode.OutcomeUnknown)
                LogFailed(failed, invocation.HubMethodName, Failures.TraceId);
            return Replies.Refuse(invocation.HubMethod, new(code, TraceId: Failures.TraceId));
        }
        finally
        {
            traffic?.CallEnds();
        }
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        try
        {
            await next(context, exception);
        }
        finally
        {
            (context.Context.Items[LimiterItem] as TokenBucketRateLimiter)?.Dispose();
        }
    }

    [LoggerMessage(EventId = 202, Level = LogLevel.Error, Message = "Hub method {Method} failed; trace {TraceId}")]
    private partial void LogFailed(Exception cause, string method, string? traceId);
}
