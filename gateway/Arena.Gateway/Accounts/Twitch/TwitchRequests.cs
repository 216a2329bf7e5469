namespace Arena.Gateway.Accounts.Twitch;

/// <param name="Url">Where the browser goes now: Twitch's own page. It returns to <c>/sign-in#twitch</c> or <c>/account#twitch</c>, with
/// <c>=</c> and a code after it on failure.</param>
public sealed record TwitchStart(string Url);

/// <param name="Code">Of the authenticator app, or a recovery code, once the server has asked for it.</param>
public sealed record TwitchEntry(string? Code = null);

/// <summary>How one signs in here, beside a name and a password and passkeys.</summary>
/// <param name="Twitch">Whether by Twitch.</param>
/// <param name="Mail">Whether a mail helps who forgot the password.</param>
public sealed record SignInWays(bool Twitch, bool Mail);
