namespace Arena.Storage.Model;

/// <summary>What a script of an account proves itself with (table <c>api_key</c>).</summary>
public sealed class ApiKeyRow
{
    public Guid Id { get; set; }
    public Guid UserId { get; set; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; set; }

    /// <summary>How it begins, to recognise it by.</summary>
    public required string Prefix { get; set; }

    /// <summary>Of the key. The key itself is never stored.</summary>
    public required string Hash { get; set; }

    /// <summary>What it may, with spaces between.</summary>
    public required string Scopes { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>To the minute, or null if it never was used.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
}
