using System.Threading.RateLimiting;
using Arena.Gateway.Configuration;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// Limits concurrent joins and leaves per session, in order of arrival. When thousands reconnect at the same moment
/// the others wait here, where it costs nothing, and not in the session's mailbox, which has other things to do and an end.
/// </summary>
internal sealed class JoinLimiter(IOptions<GatewayOptions> options) : IAsyncDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(code =>
        RateLimitPartition.GetConcurrencyLimiter(code, _ => new()
        {
            PermitLimit = options.Value.MaxConcurrentJoins,
            // Each waits for a connection of its own: their number is the bound.
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));

    /// <summary>Runs the call when its turn comes.</summary>
    /// <exception cref="OperationCanceledException">The connection was gone before that.</exception>
    public async Task<T> PassAsync<T>(string code, Func<Task<T>> pass, CancellationToken gone)
    {
        using var turn = await _limiter.AcquireAsync(code, cancellationToken: gone);
        return await pass();
    }

    /// <inheritdoc cref="PassAsync{T}"/>
    public async Task PassAsync(string code, Func<Task> pass)
    {
        using var turn = await _limiter.AcquireAsync(code);
        await pass();
    }

    public ValueTask DisposeAsync() => _limiter.DisposeAsync();
}
