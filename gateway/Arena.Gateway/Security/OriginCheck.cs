using Microsoft.Extensions.Options;

namespace Arena.Gateway;

/// <summary>
/// Lets only pages of this gateway, or of origins named in the configuration, open the hub and use the routes that know a browser by its
/// cookies. Programs that send no Origin are no browsers and are let through: they hold no one's secrets.
/// </summary>
internal static class OriginCheck
{
    public static IApplicationBuilder UseOriginCheck(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsGuarded(context.Request.Path)
            && context.Request.Headers.Origin is [{ } origin]
            && !IsAllowed(origin, context))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        await next(context);
    });

    private static bool IsGuarded(PathString path) =>
        path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/api/account", StringComparison.OrdinalIgnoreCase);

    public static bool IsAllowed(string origin, HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<GatewayOptions>>().Value;
        var own = $"{context.Request.Scheme}://{context.Request.Host}";
        return string.Equals(origin, own, StringComparison.OrdinalIgnoreCase)
            || options.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
    }
}
