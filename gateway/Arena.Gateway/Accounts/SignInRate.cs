using System.Threading.RateLimiting;
using Arena.Gateway.Http;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Accounts;

/// <summary>
/// How often a password may be tried: by address for strangers, by browser for those that were signed in to the account before. Nothing is
/// counted for the account itself, so that guesses cannot lock its owner out.
/// </summary>
internal sealed class SignInRate(IOptions<AccountOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _attempts = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new()
        {
            PermitLimit = options.Value.AttemptsPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    /// <param name="context">The request.</param>
    /// <param name="knownBrowser">The browser, if it was signed in to the account before.</param>
    /// <returns>How long to wait, or null if there is no need.</returns>
    public TimeSpan? Wait(HttpContext context, string? knownBrowser)
    {
        using var lease = _attempts.AttemptAcquire(knownBrowser is null ? $"address {AddressRate.Network(context)}" : $"browser {knownBrowser}");
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    public void Dispose() => _attempts.Dispose();
}
