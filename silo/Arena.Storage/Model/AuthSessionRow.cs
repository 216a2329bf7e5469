namespace Arena.Storage;

/// <summary>A signed-in browser (table <c>auth_session</c>).</summary>
public sealed class AuthSessionRow
{
    public Guid Id { get; set; }
    public Guid UserId { get; set; }

    /// <summary>The token itself is never stored.</summary>
    public required string RefreshTokenHash { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
    public string? UserAgent { get; set; }
    public string? Ip { get; set; }
}
