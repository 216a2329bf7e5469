using System.Diagnostics;
using System.Threading.RateLimiting;

namespace Arena.Gateway.Http;

/// <summary>
/// One caller's part of an allowance that many routes are charged to, each at its own cost, and of the places for expensive requests. A request
/// that finds no place waits for one; nothing is charged before.
/// </summary>
/// <param name="allowance">Of all callers, by their names.</param>
/// <param name="payer">Whose part it is.</param>
/// <param name="cost">Of a request.</param>
/// <param name="places">For requests at once, of all callers; null for what costs little.</param>
/// <param name="self">Who takes a place.</param>
internal sealed class WeightedLimiter(
    PartitionedRateLimiter<string> allowance, string payer, int cost, PartitionedRateLimiter<string>? places, string self) : RateLimiter
{
    private long _usedAt = Stopwatch.GetTimestamp();

    public override TimeSpan? IdleDuration => Stopwatch.GetElapsedTime(Volatile.Read(ref _usedAt));

    public override RateLimiterStatistics? GetStatistics() => allowance.GetStatistics(payer);

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => Charge(places?.AttemptAcquire(self));

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        Charge(places is null ? null : await places.AcquireAsync(self, cancellationToken: cancellationToken));

    private RateLimitLease Charge(RateLimitLease? place)
    {
        Volatile.Write(ref _usedAt, Stopwatch.GetTimestamp());
        if (place is { IsAcquired: false })
            return place;
        var charged = allowance.AttemptAcquire(payer, cost);
        if (charged.IsAcquired && place is not null)
            return new PlaceLease(charged, place);
        place?.Dispose();
        return charged;
    }

    /// <summary>Charged, and in a place that is given back when the request is done.</summary>
    private sealed class PlaceLease(RateLimitLease charged, RateLimitLease place) : RateLimitLease
    {
        public override bool IsAcquired => true;

        public override IEnumerable<string> MetadataNames => charged.MetadataNames;

        public override bool TryGetMetadata(string metadataName, out object? metadata) => charged.TryGetMetadata(metadataName, out metadata);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                charged.Dispose();
                place.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
