using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Arena.Gateway.Http;

/// <summary>Rates by the address of the caller. An IPv6 address is counted with the 2^64 of its network.</summary>
internal static class AddressRate
{
    private const int Ipv6NetworkBytes = 8;

    public static RateLimitPartition<string> PerMinute(string payer, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(payer, _ => new()
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
        });

    /// <summary>The caller's network: what one caller can hardly change.</summary>
    public static string Network(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, Ipv6NetworkBytes)),
        var address => address.ToString(),
    };
}
