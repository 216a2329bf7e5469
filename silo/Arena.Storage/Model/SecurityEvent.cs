namespace Arena.Storage.Model;

/// <summary>The events of the security log. Stored by name.</summary>
public enum SecurityEvent
{
    /// <summary>An account was made.</summary>
    Registered,
    /// <summary>A user signed in.</summary>
    SignedIn,
    /// <summary>A password was wrong, or no account has the name.</summary>
    SignInFailed,
    /// <summary>A browser signed out.</summary>
    SignedOut,
    /// <summary>A browser was signed out from another one.</summary>
    SessionRevoked,
    /// <summary>A refresh token was reused after its rotation: its family was revoked.</summary>
    RefreshTokenReused,
    /// <summary>The password was changed; all other browsers were signed out.</summary>
    PasswordChanged,
    /// <summary>A password was to be changed, or an account deleted, with a wrong password.</summary>
    ProofFailed,
    /// <summary>The name or picture was changed.</summary>
    ProfileChanged,
    /// <summary>The owner took a copy of all that is stored.</summary>
    Exported,
    /// <summary>The account was deleted by its owner.</summary>
    Deleted,
    /// <summary>A caller requested what its role does not permit.</summary>
    AccessDenied,
    /// <summary>An operator made or unmade an administrator.</summary>
    RoleChanged,
    /// <summary>The password was right and the code of the second factor was not.</summary>
    SecondFactorFailed,
    /// <summary>An authenticator app was set up; all other browsers were signed out.</summary>
    SecondFactorAdded,
    /// <summary>The second factor was removed.</summary>
    SecondFactorRemoved,
    /// <summary>A passkey was added.</summary>
    PasskeyAdded,
    /// <summary>A passkey was deleted.</summary>
    PasskeyRemoved,
    /// <summary>A browser returned from Twitch without proof of identity.</summary>
    TwitchFailed,
    /// <summary>The account was linked with Twitch.</summary>
    TwitchLinked,
    /// <summary>The link with Twitch was removed.</summary>
    TwitchUnlinked,
    /// <summary>A link that sets a new password was made, by an operator or for a mail.</summary>
    ResetGiven,
    /// <summary>The password was set by such a link; all browsers were signed out.</summary>
    PasswordReset,
    /// <summary>A reset link was used that has expired or never existed.</summary>
    ResetFailed,
    /// <summary>An API key was made.</summary>
    ApiKeyMade,
    /// <summary>An API key was revoked by its owner.</summary>
    ApiKeyRevoked,
    /// <summary>The owner ended all that opens the account but the present browser and its passkeys.</summary>
    AccessEnded,
    /// <summary>The account has another address for its mails, or none any more.</summary>
    AddressChanged,
}
