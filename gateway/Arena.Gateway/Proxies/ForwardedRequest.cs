using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Arena.Gateway.Proxies;

/// <summary>What a request's headers say of its route.</summary>
internal static class ForwardedRequest
{
    /// <summary>Whether a proxy names the visitor in a header that this gateway does not believe: the address is the proxy's then.</summary>
    public static bool IsMisread(HttpRequest request) =>
        (request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName)
            || request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedProtoHeaderName))
        && !request.Headers.ContainsKey(ForwardedHeadersDefaults.XOriginalForHeaderName)
        && !request.Headers.ContainsKey(ForwardedHeadersDefaults.XOriginalProtoHeaderName);

    /// <summary>Whether it was sent by this machine itself, and not from a visitor of a proxy on it.</summary>
    public static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !IsMisread(context.Request);
}
