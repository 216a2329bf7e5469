namespace Arena.Storage;

/// <summary>An account (table <c>user</c>).</summary>
public sealed class UserRow
{
    public Guid Id { get; set; }
    public required string Username { get; set; }

    /// <summary>Two names with the same key are the same to a reader. Null for an author without an account.</summary>
    public string? NameKey { get; set; }

    public string? PasswordHash { get; set; }
    public string? TwitchId { get; set; }
    public string? AvatarUrl { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public bool IsAdministrator { get; set; }

    /// <summary>Grows with each change of what proves or names the account, so that of two at once one is refused.</summary>
    public int Version { get; set; }
}
