using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Arena.Gateway.Http;

/// <summary>Rates by the address of the caller. Whoever has one IPv6 address has the 2^64 beside it.</summary>
internal static class AddressRate
{
    private const int Ipv6NetworkBytes = 8;

    public static RateLimitPartition<string> PerMinute(HttpContext context, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(Network(context.Connection.RemoteIpAddress), _ => new()
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
        });

    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, Ipv6NetworkBytes)),
        _ => address.ToString(),
    };
}
