namespace Arena.Gateway.Accounts;

/// <summary>
/// Why something was not done with an account, a closed list beside the game's. On the wire a code is its name in camelCase
/// (<c>signInFailed</c>); codes are added, never renamed.
/// </summary>
public enum AccountErrorCode
{
    /// <summary>The name or the password is wrong. Says the same for an account that does not exist.</summary>
    SignInFailed,
    /// <summary>The account's name is not of the documented form.</summary>
    NameInvalid,
    /// <summary>Another account has this name, or one that looks the same.</summary>
    NameTaken,
    /// <summary>The password is too short, too long, or among those that are guessed first.</summary>
    PasswordTooWeak,
    /// <summary>Passwords travel over HTTPS only.</summary>
    HttpsRequired,
    /// <summary>No account has this name.</summary>
    UnknownUser,
    /// <summary>The password is right; the code of the authenticator app, or a recovery code, is wanted as well.</summary>
    SecondFactorRequired,
    /// <summary>The code is wrong, or was used before.</summary>
    CodeInvalid,
    /// <summary>The account has no such passkey.</summary>
    UnknownPasskey,
    /// <summary>A passkey could not be created or used, or belongs to no account.</summary>
    PasskeyRefused,
    /// <summary>Twitch did not identify the user, or its reply cannot be trusted.</summary>
    TwitchRefused,
    /// <summary>Another account is linked with the same person at Twitch.</summary>
    TwitchTaken,
    /// <summary>The account would have no way to sign in: no password and no passkey.</summary>
    LastWayIn,
    /// <summary>An account without a password proves its owner by having signed in a moment ago: sign in again.</summary>
    SignInAgain,
    /// <summary>The link to set a new password was used, is too old, or was replaced by another one.</summary>
    LinkInvalid,
    /// <summary>The account has no such API key.</summary>
    UnknownApiKey,
    /// <summary>The address is none that mail can be sent to.</summary>
    AddressInvalid,
    /// <summary>Another account has this address.</summary>
    AddressTaken,
    /// <summary>The frame of the face needs a higher level.</summary>
    FrameLocked,
}
