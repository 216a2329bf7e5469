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

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = async (context, _) =>
    {
        if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait))
            context.HttpContext.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds)}";
        await Problems.Of(Refusal.TooFast).ExecuteAsync(context.HttpContext);
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        AddressRate.PerMinute(httpContext, options.Value.RequestsPerMinute);
}
