using Arena.Gateway.Configuration;

namespace Arena.Gateway.Proxies;

/// <summary>The origin of <see cref="GatewayOptions.PublicUrl"/>, as browsers write it in the <c>Origin</c> header.</summary>
internal static class PublicOrigin
{
    public static string? Of(GatewayOptions options)
    {
        if (options.PublicUrl is not { } url)
            return null;
        var host = HostOf(url);
        return url.IsDefaultPort ? $"{url.Scheme}://{host}" : $"{url.Scheme}://{host}:{url.Port}";
    }

    /// <summary>The host as browsers send it: names of other scripts in ASCII, addresses of IPv6 in brackets.</summary>
    public static string HostOf(Uri url) => url.HostNameType == UriHostNameType.Dns ? url.IdnHost : url.Host;

    /// <summary>Whether a page of the public URL sends the request, and browsers reach that URL by HTTPS alone.</summary>
    public static bool IsHttpsPage(HttpRequest request, GatewayOptions options) =>
        options.PublicUrl?.Scheme == Uri.UriSchemeHttps
        && request.Headers.Origin is [{ } origin]
        && string.Equals(origin, Of(options), StringComparison.OrdinalIgnoreCase);
}
