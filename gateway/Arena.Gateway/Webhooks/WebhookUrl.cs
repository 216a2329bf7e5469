using System.Net;
using Arena.Hosting.Webhooks;

namespace Arena.Gateway.Webhooks;

/// <summary>
/// Which URLs an endpoint may have. What a name resolves to is not asked here: it can change at any time, and is checked by each connection.
/// </summary>
internal static class WebhookUrl
{
    public const int MaxLength = 500;

    /// <returns>The URL as it is kept, or null if it is refused.</returns>
    public static string? Read(string typed, bool allowsPrivateNetworks)
    {
        if (typed.Length > MaxLength || typed.Any(char.IsControl) || !Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var url))
            return null;
        if (url.UserInfo.Length > 0 || url.Fragment.Length > 0 || url.IdnHost.Length == 0 || url.AbsoluteUri.Length > MaxLength)
            return null;
        if (allowsPrivateNetworks)
            return url.Scheme is "https" or "http" ? url.AbsoluteUri : null;
        var isPrivate = url.IsLoopback || (IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out var address) && !WebhookAddresses.IsPublic(address));
        return url.Scheme == "https" && !isPrivate ? url.AbsoluteUri : null;
    }
}
