namespace Arena.Storage.Model;

/// <summary>An account (table <c>user</c>).</summary>
public sealed class UserRow
{
    public Guid Id { get; set; }
    public required string Username { get; set; }

    /// <summary>Two names with the same key are the same to a reader. Null for an author without an account.</summary>
    public string? NameKey { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>Of the <see cref="ResetToken"/> that was given last and not used; a new password removes it.</summary>
    public string? ResetTokenHash { get; set; }

    public DateTimeOffset? ResetExpiresAt { get; set; }

    /// <summary>Whether the password alone does not sign in.</summary>
    public bool HasSecondFactor { get; set; }

    /// <summary>Of the authenticator app; encrypted.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>The time step of the app's code that was used last, as <c>step:N</c>: it and all before are used. Earlier releases left the code.</summary>
    public string? UsedCode { get; set; }

    /// <summary>Hashes of the recovery codes that are left, separated by spaces.</summary>
    public string? RecoveryCodes { get; set; }

    /// <summary>Where its owner gets mail. It was confirmed by a link: an address that was not is not kept.</summary>
    public string? Email { get; set; }

    /// <summary>Two addresses with the same key are the same.</summary>
    public string? EmailKey { get; set; }

    /// <summary>The language of its mails; null if it has no address.</summary>
    public string? MailLanguage { get; set; }

    /// <summary>Whether a mail comes with the report of each game that it hosted.</summary>
    public bool WantsReportMail { get; set; }

    /// <summary>Whether no mail comes when a new browser signs in.</summary>
    public bool IgnoresNewBrowsers { get; set; }

    public string? TwitchId { get; set; }

    /// <summary>The face that its owner picked; null for the one that is drawn from the name.</summary>
    public int? Face { get; set; }

    public string? AvatarUrl { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public bool IsAdministrator { get; set; }

    /// <summary>Grows with each change of what proves or names the account, so that of two at once one is refused.</summary>
    public int Version { get; set; }
}
