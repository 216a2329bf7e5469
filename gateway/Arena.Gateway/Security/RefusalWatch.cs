using Arena.Gateway.Http;
using Arena.Gateway.Refusals;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;

namespace Arena.Gateway.Security;

/// <summary>Reports refusals of all routes to the <see cref="RefusalLog"/>, by their answer.</summary>
internal static class RefusalWatch
{
    private const string Unmatched = "none";

    /// <summary>Goes before everything that may refuse, and after it is known who calls.</summary>
    public static IApplicationBuilder UseRefusalWatch(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<RefusalLog>();
        return app.Use(async (context, next) =>
        {
            await next(context);
            if (KindOf(context) is { } kind)
                log.Refused(kind, PolicyOf(context), AddressRate.Network(context));
        });
    }

    private static RefusalKind? KindOf(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status429TooManyRequests => RefusalKind.RequestRate,
        StatusCodes.Status401Unauthorized when context.Request.Headers.ContainsKey(HeaderNames.Authorization) => RefusalKind.Token,
        StatusCodes.Status403Forbidden when OriginCheck.HasRefused(context) => RefusalKind.Origin,
        _ => null,
    };

    /// <summary>The limit's name, or the route's: never a path that a caller chose, so that there are few of them.</summary>
    private static string PolicyOf(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        return endpoint?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName ?? (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? Unmatched;
    }
}
