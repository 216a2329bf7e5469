using System.Threading.RateLimiting;
using Arena.Gateway.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Arena.Gateway.Authority;

/// <summary>
/// How much may be asked for in a minute: an account has its own allowance, those without one share that of their network, and signing in and
/// making authors have allowances of their own, so that no caller spends another's (<see cref="RateBucket"/>). Routes have a price
/// (<see cref="RequestCost"/>), and a caller has few expensive requests at the same time.
/// </summary>
internal sealed class AuthoringRate(AuthoringAllowances allowances) : IRateLimiterPolicy<string>
{
    public const string Policy = "authoring";

    /// <summary>As every policy answers (<see cref="ApiRegistration"/>).</summary>
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext)
    {
        var route = httpContext.GetEndpoint()?.Metadata;
        var bucket = route?.GetMetadata<ChargedTo>()?.Bucket ?? RateBucket.Caller;
        var caller = RateCaller.Of(httpContext);
        var payer = bucket == RateBucket.Caller ? caller.Payer : AddressRate.Network(httpContext);
        var cost = route?.GetMetadata<RequestCost>()?.Of(httpContext.Request) ?? 1;
        // What costs more than everything would never be allowed: it is when nothing else was asked for.
        return RateLimitPartition.Get($"{bucket} {payer} {caller.Self} {cost}", _ => new WeightedLimiter(
            allowances.Of(bucket), payer, Math.Min(cost, allowances.PermitsOf(bucket)), cost > 1 ? allowances.Places : null, caller.Self));
    }
}
