using System.Net;
using Arena.Gateway.Configuration;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Proxies;

/// <summary>
/// Reports a proxy that the gateway misreads: at start as far as the configuration shows it, otherwise by the first request that shows it. One log
/// line for each fault, because every further request would say the same.
/// </summary>
internal sealed partial class ProxyDiagnostics(
    IOptions<GatewayOptions> options, IConfiguration configuration, IServer server, ILogger<ProxyDiagnostics> logger)
{
    /// <summary>ASP.NET Core's own switch (<c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c>), which believes every proxy.</summary>
    private const string BelieveAll = "FORWARDEDHEADERS_ENABLED";

    private int _misread;
    private int _plain;
    private int _refused;
    private int _hostRefused;

    public void CheckConfiguration()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (options.Value is { PublicUrl: { Scheme: "https" } url, KnownProxies.Count: 0 }
            && !configuration.GetValue<bool>(BelieveAll)
            && addresses.All(address => address.StartsWith("http:", StringComparison.OrdinalIgnoreCase)))
        {
            LogNoProxyKnown(url);
        }
    }

    public void CheckRequest(HttpContext context)
    {
        var request = context.Request;
        if (ForwardedRequest.IsMisread(request))
        {
            if (Interlocked.Exchange(ref _misread, 1) == 0)
                LogMisread(context.Connection.RemoteIpAddress);
        }
        else if (!request.IsHttps && options.Value.PublicUrl is { Scheme: "https" } url && IsFor(request, url) && Interlocked.Exchange(ref _plain, 1) == 0)
        {
            LogPlain(url, context.Connection.RemoteIpAddress);
        }
    }

    public void OriginRefused(string origin, string own)
    {
        if (Interlocked.Exchange(ref _refused, 1) == 0)
            LogOriginRefused(origin, own);
    }

    public void HostRefused(string host)
    {
        if (Interlocked.Exchange(ref _hostRefused, 1) == 0)
            LogHostRefused(host, options.Value.PublicUrl);
    }

    private static bool IsFor(HttpRequest request, Uri url) => string.Equals(request.Host.Host, url.IdnHost, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(EventId = 251, Level = LogLevel.Warning, Message =
        "Arena:Gateway:PublicUrl is {Url}, Arena listens on http alone, and it knows no proxy: all visitors would share one address and its "
        + "limits. Set Arena:Gateway:KnownProxies:0 to the address of the proxy that ends TLS")]
    private partial void LogNoProxyKnown(Uri url);

    [LoggerMessage(EventId = 252, Level = LogLevel.Warning, Message =
        "{Proxy} sends X-Forwarded-For or X-Forwarded-Proto and is not a known proxy: its visitors share one address and its limits. If it is "
        + "your proxy, set Arena:Gateway:KnownProxies:0 to its address. Reported once")]
    private partial void LogMisread(IPAddress? proxy);

    [LoggerMessage(EventId = 253, Level = LogLevel.Warning, Message =
        "Arena:Gateway:PublicUrl is {Url}, and requests for it arrive as http from {Proxy} without X-Forwarded-Proto: let the proxy send "
        + "X-Forwarded-For and X-Forwarded-Proto, and set Arena:Gateway:KnownProxies:0 to its address. Reported once")]
    private partial void LogPlain(Uri url, IPAddress? proxy);

    [LoggerMessage(EventId = 254, Level = LogLevel.Warning, Message =
        "A page of the origin {Origin} was refused, because this gateway is reached as {Own}. If it is Arena's own page, set "
        + "Arena:Gateway:PublicUrl to its address, or add it to Arena:Gateway:Origins. Reported once")]
    private partial void LogOriginRefused(string origin, string own);

    [LoggerMessage(EventId = 256, Level = LogLevel.Warning, Message =
        "A request for the host {Host} was refused, because Arena:Gateway:PublicUrl is {Url}. If a proxy of yours sends this host, let it send "
        + "the browser's, or set AllowedHosts to all hosts that may be asked for, separated by semicolons. Reported once")]
    private partial void LogHostRefused(string host, Uri? url);
}
