using Microsoft.Net.Http.Headers;

namespace Arena.Gateway.Http;

/// <summary>
/// The static web client: hashed files are kept for ever, pages are asked for anew, unknown API paths are not pages. A path that an endpoint
/// answers is never looked up among the files, so nothing may be mapped over them; an unknown file is not found because it has an extension.
/// </summary>
internal static class WebClient
{
    private const string Page = "index.html";

    public static IApplicationBuilder UseWebClient(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = response => response.Context.Response.Headers.CacheControl =
            response.Context.Request.Path.StartsWithSegments("/_app/immutable", StringComparison.Ordinal)
                ? "public, max-age=31536000, immutable"
                : "no-cache",
    });

    public static void MapWebClient(this IEndpointRouteBuilder routes)
    {
        foreach (var programs in (string[])["/api/{**path}", "/hubs/{**path}", "/healthz/{**path}", "/openapi/{**path}"])
            routes.MapFallback(programs, () => Results.NotFound()).AllowAnonymous().ExcludeFromDescription();
        routes.MapFallbackToFile(Page, new StaticFileOptions
        {
            OnPrepareResponse = response => response.Context.Response.Headers[HeaderNames.CacheControl] = "no-cache",
        }).AllowAnonymous();
    }
}
