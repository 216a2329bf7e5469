namespace Arena.Gateway.Accounts.SignedIn;

/// <summary>One of the browsers that are signed in to an account.</summary>
/// <param name="Id">To sign it out.</param>
/// <param name="UserAgent">What it called itself when it signed in.</param>
/// <param name="Ip">Where it was last.</param>
/// <param name="CreatedAt">When it signed in.</param>
/// <param name="LastUsedAt">When it last asked for an access token.</param>
/// <param name="IsCurrent">Whether it is the one that asks.</param>
public sealed record AuthSession(Guid Id, string? UserAgent, string? Ip, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, bool IsCurrent);
