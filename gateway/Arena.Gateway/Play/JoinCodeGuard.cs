using System.Threading.RateLimiting;
using Arena.Game;
using Arena.Gateway.Http;
using Arena.GrainInterfaces;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// Slows those who guess join codes, and shows them nothing: a game that has ended is answered as one that never was. Either costs the
/// caller's network one of its misses, on however many connections; when none is left, codes are not looked up for it at all, right ones
/// neither, so that guessing on tells nothing. A room that mistypes has misses enough; who has a seat is not asked.
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
        var reply = Blind(await next(invocationContext));
        if (reply is Reply<SessionSummary> { Refusal.Code: Refusal.UnknownSession } or Reply<NameSuggestion> { Refusal.Code: Refusal.UnknownSession }
            or Reply<SeatWelcome> { Refusal.Code: Refusal.UnknownSession })
        {
            using var miss = _misses.AttemptAcquire(network);
        }
        return reply;
    }

    public void Dispose() => _misses.Dispose();

    private static object? Blind(object? reply) => reply switch
    {
        Reply<SessionSummary> { Refusal.Code: Refusal.SessionEnded } => Replies.Refuse<SessionSummary>(Refusal.UnknownSession),
        Reply<NameSuggestion> { Refusal.Code: Refusal.SessionEnded } => Replies.Refuse<NameSuggestion>(Refusal.UnknownSession),
        Reply<SeatWelcome> { Refusal.Code: Refusal.SessionEnded } => Replies.Refuse<SeatWelcome>(Refusal.UnknownSession),
        _ => reply,
    };
}
