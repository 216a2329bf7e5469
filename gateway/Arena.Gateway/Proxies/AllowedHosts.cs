using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Arena.Gateway.Configuration;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Proxies;

/// <summary>
/// Which names a request may give in its <c>Host</c> header, once <see cref="GatewayOptions.PublicUrl"/> says what Arena is called: that name,
/// those of the other origins, and this machine's own name and addresses, for health checks. A page of any other name that DNS binds to this
/// gateway (DNS rebinding) gets no answer. ASP.NET Core's own setting, <c>AllowedHosts</c>, replaces all of these.
/// </summary>
internal sealed class AllowedHosts(IOptions<GatewayOptions> gateway, IConfiguration configuration) : IConfigureOptions<HostFilteringOptions>
{
    /// <summary>The key of ASP.NET Core: what an operator sets there is taken as it is.</summary>
    public const string Key = "AllowedHosts";

    public void Configure(HostFilteringOptions options)
    {
        if (gateway.Value.PublicUrl is { } url && string.IsNullOrEmpty(configuration[Key]))
            options.AllowedHosts = [.. Of(url, gateway.Value.Origins).Concat(OwnHosts()).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static IEnumerable<string> Of(Uri url, IEnumerable<string> origins) =>
        origins.Select(origin => new Uri(origin)).Prepend(url).Select(PublicOrigin.HostOf);

    /// <summary>An address is no name that DNS could bind to another one.</summary>
    private static IEnumerable<string> OwnHosts() => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(address => address.Address)
        .Concat([IPAddress.Loopback, IPAddress.IPv6Loopback])
        .Select(address => address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{new IPAddress(address.GetAddressBytes())}]" : address.ToString())
        .Concat(["localhost", Dns.GetHostName()]);
}
