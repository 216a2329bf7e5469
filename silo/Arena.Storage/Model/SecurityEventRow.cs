namespace Arena.Storage.Model;

/// <summary>An event that matters to the security of accounts (table <c>security_event</c>). Holds no secret and no token.</summary>
public sealed class SecurityEventRow
{
    public long Id { get; set; }
    public DateTimeOffset At { get; set; }
    public SecurityEvent Event { get; set; }

    /// <summary>Whose account. No foreign key: what happened to an account outlives it.</summary>
    public Guid? UserId { get; set; }

    /// <summary>The caller's address.</summary>
    public string? Ip { get; set; }
}
