using System.Threading.RateLimiting;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Rest;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Authors;

/// <summary>How often one address may ask for authors and quizzes.</summary>
internal sealed class AuthoringRate(IOptions<QuizOptions> options) : IRateLimiterPolicy<string>
{
    public const string Policy = "authoring";

    /// <summary>As every policy answers (<see cref="ApiRegistration"/>).</summary>
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        AddressRate.PerMinute(httpContext, options.Value.RequestsPerMinute);
}
