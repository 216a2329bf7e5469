using Microsoft.Extensions.Options;

namespace Arena.Gateway.Accounts.Twitch;

/// <summary>Stops the start with the key, the value and what would be right. The secret is never shown.</summary>
internal sealed class TwitchOptionsValidator : IValidateOptions<TwitchOptions>
{
    public ValidateOptionsResult Validate(string? name, TwitchOptions options)
    {
        var faults = new List<string>();
        if (!IsAuthority(options.Authority))
            faults.Add(Fault(nameof(options.Authority), options.Authority, "Give the issuer's https address, for Twitch https://id.twitch.tv/oauth2, or leave it out."));
        if (options.IsOn && options.ClientSecret.Length == 0)
            faults.Add(Fault(nameof(options.ClientSecret), "", $"Give the secret of the application '{options.ClientId}', from https://dev.twitch.tv/console."));
        if (!options.IsOn && options.ClientSecret.Length > 0)
            faults.Add(Fault(nameof(options.ClientId), "", "Give the id of the application that the secret belongs to, or take the secret away."));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>In the clear only on this machine.</summary>
    private static bool IsAuthority(string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address is { Query: "", Fragment: "", UserInfo: "" };

    private static string Fault(string key, string value, string remedy) => $"{TwitchOptions.Section}:{key} is '{value}'. {remedy}";
}
