namespace Arena.Gateway.Accounts.SignedIn;

/// <summary>A browser that is signed in, with the refresh token that is good now.</summary>
internal sealed record SignIn(Guid Id, Guid User, string RefreshToken, DateTimeOffset ExpiresAt);
