namespace Arena.Storage;

/// <summary>An account (table <c>user</c>).</summary>
public sealed class UserRow
{
    public Guid Id { get; set; }
    public required string Username { get; set; }
    public string? PasswordHash { get; set; }
    public string? TwitchId { get; set; }
    public string? AvatarUrl { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
}
