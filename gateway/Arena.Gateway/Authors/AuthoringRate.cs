using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Arena.Game;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Rest;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Authors;

/// <summary>How often one address may ask for authors and quizzes.</summary>
internal sealed class AuthoringRate(IOptions<QuizOptions> options) : IRateLimiterPolicy<string>
{
    public const string Policy = "authoring";

    // Whoever has one IPv6 address has the 2^64 beside it.
    private const int Ipv6NetworkBytes = 8;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = async (context, _) =>
    {
        TimeSpan wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan told) ? told : Window;
        context.HttpContext.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds)}";
        await Problems.Of(Refusal.TooFast).ExecuteAsync(context.HttpContext);
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetFixedWindowLimiter(Network(httpContext.Connection.RemoteIpAddress), _ => new()
        {
            PermitLimit = options.Value.RequestsPerMinute,
            Window = Window,
        });

    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, Ipv6NetworkBytes)),
        _ => address.ToString(),
    };
}
