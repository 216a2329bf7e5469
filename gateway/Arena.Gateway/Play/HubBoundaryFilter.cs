using System.Diagnostics;
using System.Threading.RateLimiting;
using Arena.Game;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// What every hub call passes: the connection's message rate, and the mapping of what went wrong to a code. A refusal that arises here
/// travels as the error of the call, <c>HubException: {code}</c>, since the method's own reply was never made.
/// </summary>
internal sealed partial class HubBoundaryFilter(
    GrainCallRetry retry, IOptions<GatewayOptions> options, ILogger<HubBoundaryFilter> logger) : IHubFilter
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
            throw Refused(Refusal.TooFast);
        if (invocation.HubMethodArguments.Contains(null))
            throw Refused(Refusal.InvalidMessage);
        try
        {
            return await retry.UntilReachedAsync(() => next(invocation), invocation.Context.ConnectionAborted);
        }
        catch (LimitExceededException)
        {
            throw Refused(Refusal.Overloaded);
        }
        catch (TimeoutException timeout)
        {
            LogFailed(timeout, invocation.HubMethodName, Activity.Current?.TraceId.ToString());
            throw Refused(Refusal.OutcomeUnknown);
        }
        catch (SiloUnavailableException)
        {
            throw Refused(Refusal.Unavailable);
        }
        catch (OperationCanceledException) when (invocation.Context.ConnectionAborted.IsCancellationRequested)
        {
            // Nobody is there to hear it.
            throw Refused(Refusal.Unavailable);
        }
        catch (Exception failed) when (failed is not HubException)
        {
            LogFailed(failed, invocation.HubMethodName, Activity.Current?.TraceId.ToString());
            throw Refused(Refusal.OutcomeUnknown);
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

    private static HubException Refused(Refusal code) => new(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(code.ToString()));

    [LoggerMessage(EventId = 202, Level = LogLevel.Error, Message = "Hub method {Method} failed; trace {TraceId}")]
    private partial void LogFailed(Exception cause, string method, string? traceId);
}
