using Arena.Gateway.Authority;

namespace Arena.Gateway.Accounts.ApiKeys;

/// <param name="Name">What the owner calls it: 1 to 60 characters.</param>
/// <param name="Scopes">What it may; one at least.</param>
/// <param name="Days">How long it is good: 1 to 366.</param>
/// <param name="Password">The present one: proof of the owner. None for an account that has none, but has just signed in.</param>
public sealed record ApiKeyRequest(string? Name, IReadOnlyList<ApiKeyScope>? Scopes, int? Days, string? Password = null);

/// <summary>A key, as its owner may see it ever after.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Name">What the owner calls it.</param>
/// <param name="Prefix">How it begins.</param>
/// <param name="Scopes">What it may.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="LastUsedAt">To the minute, or null if it never was used.</param>
public sealed record ApiKeyReply(
    Guid Id, string Name, string Prefix, IReadOnlyList<ApiKeyScope> Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt);

/// <summary>A key that was just made.</summary>
/// <param name="Key">The key itself. A secret, which is returned once.</param>
/// <param name="Made">The visible part of it.</param>
public sealed record NewApiKey(string Key, ApiKeyReply Made);
