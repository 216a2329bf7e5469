namespace Arena.Storage;

/// <summary>What the security log tells of. Stored by name.</summary>
public enum SecurityEvent
{
    /// <summary>An account was made.</summary>
    Registered,
    /// <summary>Somebody signed in.</summary>
    SignedIn,
    /// <summary>A password was wrong, or no account has the name.</summary>
    SignInFailed,
    /// <summary>A browser signed out.</summary>
    SignedOut,
    /// <summary>A browser was signed out from another one.</summary>
    SessionRevoked,
    /// <summary>A refresh token came back after its time: its family was revoked.</summary>
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
    /// <summary>Somebody asked for what their role may not.</summary>
    AccessDenied,
    /// <summary>An operator made or unmade an administrator.</summary>
    RoleChanged,
    /// <summary>An API key was made.</summary>
    ApiKeyMade,
    /// <summary>An API key was revoked by its owner.</summary>
    ApiKeyRevoked,
}
