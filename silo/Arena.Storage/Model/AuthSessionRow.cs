namespace Arena.Storage.Model;

/// <summary>A signed-in browser (table <c>auth_session</c>): one row for the whole family of refresh tokens that it uses one after the other.</summary>
public sealed class AuthSessionRow
{
    public Guid Id { get; set; }
    public Guid UserId { get; set; }

    /// <summary>Of the token that is good now. The token itself is never stored.</summary>
    public required string RefreshTokenHash { get; set; }

    /// <summary>Of the token before it.</summary>
    public string? PreviousTokenHash { get; set; }

    /// <summary>With the token before it, gives the current token: a repeated request gets the same one.</summary>
    public string? RotationSalt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the token that is good now was made.</summary>
    public DateTimeOffset RotatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
    public string? UserAgent { get; set; }
    public string? Ip { get; set; }
}
