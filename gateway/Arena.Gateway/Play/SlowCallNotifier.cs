using Microsoft.AspNetCore.SignalR;

namespace Arena.Gateway.Play;

/// <summary>
/// Sends <see cref="IGameClient.InProgress"/> to the caller of a call that takes long. A browser cannot distinguish a slow server from a dead
/// connection otherwise, and would open another connection, which slows the server further.
/// </summary>
internal sealed class SlowCallNotifier(IHubContext<GameHub, IGameClient> hub, TimeProvider time) : IHubFilter
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(ConnectionTimings.SlowCallMs);

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var caller = hub.Clients.Client(invocationContext.Context.ConnectionId);
        // Not awaited: the kernel cuts a browser that does not read.
        await using var timer = time.CreateTimer(_ => _ = caller.InProgress(), null, Slow, Timeout.InfiniteTimeSpan);
        return await next(invocationContext);
    }
}
