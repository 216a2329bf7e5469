namespace Arena.Gateway.Refusals;

/// <summary>How often something was refused that may be an attack.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Policy">Which limit, route or method.</param>
/// <param name="Count">How often.</param>
/// <param name="LastAt">When last.</param>
internal sealed record CountedRefusal(RefusalKind Kind, string Policy, long Count, DateTimeOffset LastAt);
