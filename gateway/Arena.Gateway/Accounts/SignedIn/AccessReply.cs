namespace Arena.Gateway.Accounts.SignedIn;

/// <summary>A browser is signed in. Its refresh token is in a cookie that pages cannot read.</summary>
/// <param name="AccessToken">For <c>Authorization: Bearer</c>. To be kept in memory alone.</param>
/// <param name="ExpiresIn">How many seconds it is good.</param>
public sealed record AccessReply(string AccessToken, long ExpiresIn);
