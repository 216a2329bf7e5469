using System.Net;
using Arena.Gateway.Configuration;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Sessions;

/// <summary>
/// Under which address players reach this gateway: what the operator configured, else what the host's own browser used, unless that is
/// this machine's name for itself, which no phone can use: then the likeliest of its addresses.
/// </summary>
internal sealed class JoinAddress(IOptions<GatewayOptions> options)
{
    public string Of(HttpRequest request)
    {
        if (options.Value.PublicUrl is { } configured)
            return configured.GetLeftPart(UriPartial.Authority);
        // HTTP/1.0 needs no Host header, and some proxies send none.
        var named = request.Host.HasValue ? request.Host : new HostString($"{request.HttpContext.Connection.LocalIpAddress}", request.HttpContext.Connection.LocalPort);
        var host = named.Host;
        var isLocal = host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
        var reachable = isLocal && ListensBeyondLoopback(request) && LanAddresses.OfThisMachine() is [var likeliest, ..]
            ? new HostString(likeliest.Address.ToString(), named.Port ?? (request.IsHttps ? 443 : 80))
            : named;
        return $"{request.Scheme}://{reachable}";
    }

    private static bool ListensBeyondLoopback(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()?.Addresses
            .Any(bound => !BindingAddress.Parse(bound).Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                && !(IPAddress.TryParse(BindingAddress.Parse(bound).Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))) == true;
}
