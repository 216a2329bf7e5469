namespace Arena.Storage.Model;

/// <summary>A passkey of an account (table <c>user_passkey</c>): its public half.</summary>
public sealed class UserPasskeyRow
{
    /// <summary>In base64url.</summary>
    public required string CredentialId { get; set; }

    public Guid UserId { get; set; }
    public required string Name { get; set; }
    public required byte[] PublicKey { get; set; }

    /// <summary>The authenticator's own count of its uses, where it keeps one.</summary>
    public long SignCount { get; set; }

    /// <summary>How a browser reaches it, by WebAuthn's names, comma-separated.</summary>
    public required string Transports { get; set; }

    public bool IsUserVerified { get; set; }
    public bool IsBackupEligible { get; set; }
    public bool IsBackedUp { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
}
