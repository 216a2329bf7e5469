using System.Threading.RateLimiting;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Authority;

/// <summary>
/// How much may be asked for in a minute: an account has its own allowance, those without one share that of their network, and signing in and
/// making authors have allowances of their own, so that no caller spends another's (<see cref="RateBucket"/>). Routes have a price
/// (<see cref="RequestCost"/>), and of what is expensive a caller has few requests at once.
/// </summary>
internal sealed class AuthoringRate : IRateLimiterPolicy<string>
{
    public const string Policy = "authoring";

    private readonly QuizOptions _options;
    private readonly Dictionary<RateBucket, PartitionedRateLimiter<string>> _allowances;
    private readonly PartitionedRateLimiter<string> _places;

    public AuthoringRate(IOptions<QuizOptions> options)
    {
        _options = options.Value;
        _allowances = Enum.GetValues<RateBucket>().ToDictionary(bucket => bucket, bucket => PartitionedRateLimiter.Create<string, string>(payer =>
            RateLimitPartition.GetFixedWindowLimiter(payer, _ => new() { PermitLimit = PermitsOf(bucket), Window = TimeSpan.FromMinutes(1) })));
        _places = PartitionedRateLimiter.Create<string, string>(self => RateLimitPartition.GetConcurrencyLimiter(self, _ => new()
        {
            PermitLimit = _options.ConcurrentRequests,
            QueueLimit = _options.QueuedRequests,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));
    }

    /// <summary>As every policy answers (<see cref="ApiRegistration"/>).</summary>
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext)
    {
        var route = httpContext.GetEndpoint()?.Metadata;
        var bucket = route?.GetMetadata<ChargedTo>()?.Bucket ?? RateBucket.Caller;
        var caller = RateCaller.Of(httpContext);
        var payer = bucket == RateBucket.Caller ? caller.Payer : AddressRate.Network(httpContext);
        var cost = route?.GetMetadata<RequestCost>()?.Permits ?? 1;
        // What costs more than everything would never be allowed: it is when nothing else was asked for.
        return RateLimitPartition.Get($"{bucket} {payer} {caller.Self} {cost}", _ => new WeightedLimiter(
            _allowances[bucket], payer, Math.Min(cost, PermitsOf(bucket)), cost > 1 ? _places : null, caller.Self));
    }

    private int PermitsOf(RateBucket bucket) => bucket switch
    {
        RateBucket.SignIn => _options.SignInsPerMinute,
        RateBucket.NewAuthor => _options.NewAuthorsPerMinute,
        _ => _options.RequestsPerMinute,
    };
}
