using System.Net;
using Arena.Gateway.Configuration;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace Arena.Gateway.Proxies;

/// <summary>
/// Believes <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> of the configured proxies alone, through any chain of them: the first address
/// that is not one of theirs is the visitor's.
/// </summary>
internal sealed class KnownProxies(IOptions<GatewayOptions> gateway) : IPostConfigureOptions<ForwardedHeadersOptions>
{
    public void PostConfigure(string? name, ForwardedHeadersOptions options)
    {
        if (gateway.Value.KnownProxies.Count == 0)
            return;
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in gateway.Value.KnownProxies)
        {
            if (TryParse(proxy, out var network))
                options.KnownIPNetworks.Add(network);
        }
    }

    /// <summary>Reads an address (<c>10.0.0.5</c>) or a network (<c>10.0.0.0/8</c>).</summary>
    public static bool TryParse(string proxy, out IPNetwork network)
    {
        if (!IPAddress.TryParse(proxy, out var address))
            return IPNetwork.TryParse(proxy, out network);
        network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }
}
