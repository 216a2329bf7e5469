namespace Arena.Storage.Model;

/// <summary>What a mail is about. Stored by name.</summary>
public enum MailKind
{
    /// <summary>A new password was requested for an address. It becomes a <see cref="PasswordReset"/> if an account has the address.</summary>
    ResetRequest,
    /// <summary>The link that sets a new password.</summary>
    PasswordReset,
    /// <summary>The link that confirms an address.</summary>
    AddressConfirmation,
    /// <summary>To the address before: the account has another one, or none.</summary>
    AddressChanged,
    /// <summary>The password was changed.</summary>
    PasswordChanged,
    /// <summary>A browser signed in that had not done so before.</summary>
    NewBrowser,
    /// <summary>A game of the account has ended.</summary>
    GameReport,
    /// <summary>The account invites someone to a group that it hosts. The address is the other one's, of whom nothing else is known.</summary>
    GroupInvitation,
    /// <summary>The account invites someone to be a co-author of its quiz: the link to accept it. The address is the other one's here too.</summary>
    CoAuthorInvitation,
}
