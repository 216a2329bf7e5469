namespace Arena.Gateway.Accounts.Twitch;

/// <summary>The application that was registered with Twitch. Section <c>Arena:Twitch</c>. Without a client id, sign-in by Twitch is off.</summary>
public sealed class TwitchOptions
{
    public const string Section = "Arena:Twitch";

    /// <summary>The issuer, exactly as it calls itself: its OpenID Connect description is found under it.</summary>
    public string Authority { get; set; } = "https://id.twitch.tv/oauth2";

    /// <summary>The id that Twitch gave the application.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Its secret: give it in the environment, not in a file.</summary>
    public string ClientSecret { get; set; } = "";

    public bool IsOn => ClientId.Length > 0;
}
