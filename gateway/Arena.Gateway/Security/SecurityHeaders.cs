using Arena.Gateway.Administration;

namespace Arena.Gateway;

/// <summary>
/// What every answer says about itself. It may show nothing at all, unless it is a page, whose <see cref="Http.PagePolicy"/> replaces the policy
/// here.
/// </summary>
internal static class SecurityHeaders
{
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (IsData(context.Request.Path))
            headers.CacheControl = "no-store";
        // Orleans' dashboard has scripts and styles of its own within its pages.
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(DashboardEndpoints.Path, StringComparison.OrdinalIgnoreCase)
            ? "frame-ancestors 'none'"
            : "default-src 'none'; frame-ancestors 'none'";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        return next(context);
    });

    private static bool IsData(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);
}
