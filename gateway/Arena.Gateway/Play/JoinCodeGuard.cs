using System.Threading.RateLimiting;
using Arena.Game;
using Arena.Gateway.Http;
using Arena.GrainInterfaces;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// Slows those who guess join codes. A code of no game, and one of a game that has ended, cost the caller's network one of its misses, on
/// however many connections; when none is left, codes are not looked up for it at all, right ones neither, so that guessing on tells nothing.
/// A room that mistypes has misses enough; who has a seat is not asked.
/// </summary>
internal sealed class JoinCodeGuard(IOptions<GatewayOptions> options) : IHubFilter, IDisposable
{
    private readonly PartitionedRateLimiter<string> _misses = PartitionedRateLimiter.Create<string, string>(network =>
        RateLimitPartition.GetTokenBucketLimiter(network, _ => new()
        {
            TokenLimit = options.Value.CodeMissBurst,
            TokensPerPeriod = options.Value.CodeMissesPerMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
        }));

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (invocationContext.HubMethodName is not (nameof(GameHub.Find) or nameof(GameHub.SuggestName) or nameof(GameHub.Join)))
            return await next(invocationContext);
        var network = AddressRate.Network(invocationContext.Context.GetHttpContext()!);
        if (_misses.GetStatistics(network)?.CurrentAvailablePermits == 0)
            throw new HubException(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(nameof(Refusal.TooFast)));
        var reply = await next(invocationContext);
        if (IsMiss(reply))
        {
            using var miss = _misses.AttemptAcquire(network);
        }
        return reply;
    }

    public void Dispose() => _misses.Dispose();

    private static bool IsMiss(object? reply) => (reply switch
    {
        Reply<SessionSummary> found => found.Refusal,
        Reply<NameSuggestion> suggested => suggested.Refusal,
        Reply<SeatWelcome> joined => joined.Refusal,
        _ => null,
    })?.Code is Refusal.UnknownSession or Refusal.SessionEnded;
}
