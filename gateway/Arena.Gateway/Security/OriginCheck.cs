using Arena.Gateway.Configuration;
using Arena.Gateway.Proxies;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Security;

/// <summary>
/// Lets only pages of this gateway, of its public URL, or of origins named in the configuration, open the hub and use the API: a page of
/// another origin can neither use a browser's cookies nor spend the quotas of its address. Programs that send no Origin are no browsers and
/// are let through.
/// </summary>
internal static class OriginCheck
{
    private const string RefusedItem = "arena.origin";

    public static IApplicationBuilder UseOriginCheck(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsGuarded(context.Request.Path) && context.Request.Headers.Origin.FirstOrDefault(origin => !IsAllowed(origin ?? "", context)) is { } refused)
        {
            context.RequestServices.GetRequiredService<ProxyDiagnostics>().OriginRefused(refused, Own(context.Request));
            context.Items[RefusedItem] = refused;
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        await next(context);
    });

    /// <summary>Whether it was this check that refused the request.</summary>
    public static bool HasRefused(HttpContext context) => context.Items.ContainsKey(RefusedItem);

    private static bool IsGuarded(PathString path) =>
        path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    public static bool IsAllowed(string origin, HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<GatewayOptions>>().Value;
        return string.Equals(origin, Own(context.Request), StringComparison.OrdinalIgnoreCase)
            || string.Equals(origin, PublicOrigin.Of(options), StringComparison.OrdinalIgnoreCase)
            || options.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
    }

    private static string Own(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
