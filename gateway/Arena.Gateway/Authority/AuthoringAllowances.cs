using System.Threading.RateLimiting;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Authority;

/// <summary>The limiters of <see cref="AuthoringRate"/>. The framework does not dispose a policy; the service provider disposes these.</summary>
internal sealed class AuthoringAllowances : IDisposable
{
    private readonly QuizOptions _options;
    private readonly Dictionary<RateBucket, PartitionedRateLimiter<string>> _buckets;

    public AuthoringAllowances(IOptions<QuizOptions> options)
    {
        _options = options.Value;
        _buckets = Enum.GetValues<RateBucket>().ToDictionary(bucket => bucket, bucket => PartitionedRateLimiter.Create<string, string>(payer =>
            RateLimitPartition.GetFixedWindowLimiter(payer, _ => new() { PermitLimit = PermitsOf(bucket), Window = TimeSpan.FromMinutes(1) })));
        Places = PartitionedRateLimiter.Create<string, string>(self => RateLimitPartition.GetConcurrencyLimiter(self, _ => new()
        {
            PermitLimit = _options.ConcurrentRequests,
            QueueLimit = _options.QueuedRequests,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));
    }

    /// <summary>For expensive requests at the same time, by caller.</summary>
    public PartitionedRateLimiter<string> Places { get; }

    /// <summary>The requests of a minute, by payer.</summary>
    public PartitionedRateLimiter<string> Of(RateBucket bucket) => _buckets[bucket];

    public int PermitsOf(RateBucket bucket) => bucket switch
    {
        RateBucket.SignIn => _options.SignInsPerMinute,
        RateBucket.NewAuthor => _options.NewAuthorsPerMinute,
        _ => _options.RequestsPerMinute,
    };

    public void Dispose()
    {
        foreach (var bucket in _buckets.Values)
            bucket.Dispose();
        Places.Dispose();
    }
}
