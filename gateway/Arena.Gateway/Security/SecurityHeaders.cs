namespace Arena.Gateway.Security;

/// <summary>
/// What every answer says about itself. It may show nothing at all, unless it is a page, whose <see cref="Http.PagePolicy"/> replaces the policy
/// here.
/// </summary>
internal static class SecurityHeaders
{
    /// <param name="app">The application.</param>
    /// <param name="scriptedPages">Where pages have scripts and styles within themselves: Orleans' dashboard.</param>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, PathString scriptedPages) => app.Use((context, next) =>
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
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(scriptedPages, StringComparison.OrdinalIgnoreCase)
            ? "frame-ancestors 'none'"
            : "default-src 'none'; frame-ancestors 'none'";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        return next(context);
    });

    private static bool IsData(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);
}
