namespace Arena.GrainInterfaces;

/// <summary>
/// The bounds of a gateway's subscription to a session. Gateways and silos are configured apart, so each keeps to its own bound, and the
/// bounds fit: a subscription outlives two renewals that fail.
/// </summary>
public static class SubscriptionTimings
{
    /// <summary>The longest time between two renewals that a gateway may be given, in milliseconds.</summary>
    public const int LongestRenewalMs = 30_000;

    /// <summary>The shortest life of a subscription that a silo may be given, in milliseconds.</summary>
    public const int ShortestLifetimeMs = 3 * LongestRenewalMs;
}
