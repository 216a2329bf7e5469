namespace Arena.Gateway.Accounts.Rest;

/// <param name="Name">The account's name, in any case.</param>
/// <param name="Password">Its password.</param>
/// <param name="Code">Of the authenticator app, or a recovery code, once the server has asked for it.</param>
public sealed record Credentials(string? Name, string? Password, string? Code = null);

/// <param name="Password">The present one; none for an account that has none.</param>
/// <param name="NewPassword">8 to 128 characters, not among those that are guessed first.</param>
public sealed record PasswordChange(string? Password, string? NewPassword);

/// <param name="Token">From the link that an operator gave.</param>
/// <param name="NewPassword">8 to 128 characters, not among those that are guessed first.</param>
public sealed record ResetRequest(string? Token, string? NewPassword);

/// <param name="Password">The present one: proof that it is the owner who asks. None for an account that has none, but has just signed in.</param>
public sealed record PasswordProof(string? Password);

/// <param name="Name">3 to 20 letters, digits and <c>. _ -</c> between them.</param>
public sealed record NameChange(string? Name);

/// <param name="Face">From 0 and below <see cref="Arena.Game.Vocabulary.GameLimits.Faces"/>; null for the one that clients draw from the name.</param>
public sealed record FaceChange(int? Face);

/// <summary>An account, for its owner.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Name">As others see it.</param>
/// <param name="Face">The face beside it; null for the one that clients draw from the name.</param>
/// <param name="IsAdministrator">Whether it looks after the others.</param>
/// <param name="HasPassword">Whether a password signs in, and proves the owner.</param>
/// <param name="HasTwitch">Whether Twitch signs in.</param>
/// <param name="HasSecondFactor">Whether neither signs in alone.</param>
/// <param name="CreatedAt">When it was created.</param>
public sealed record AccountReply(
    Guid Id, string Name, int? Face, bool IsAdministrator, bool HasPassword, bool HasTwitch, bool HasSecondFactor, DateTimeOffset CreatedAt);
