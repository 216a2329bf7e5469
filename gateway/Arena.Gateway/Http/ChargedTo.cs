namespace Arena.Gateway.Http;

/// <summary>The allowance that a route is charged to, as its metadata; without it, the caller's.</summary>
internal sealed record ChargedTo(RateBucket Bucket);
