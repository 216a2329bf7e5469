using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Arena.Gateway.Http;

/// <summary>
/// The static web client: hashed files are kept for ever, pages are asked for anew, unknown API paths are not pages. A path that an endpoint
/// answers is never looked up among the files, so nothing may be mapped over them; an unknown file is not found because it has an extension.
/// </summary>
internal static class WebClient
{
    private const string Page = "index.html";

    public static IApplicationBuilder UseWebClient(this IApplicationBuilder app)
    {
        var files = app.ApplicationServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        return app
            .Use((context, next) =>
            {
                SendTwin(context, files);
                return next(context);
            })
            .UseStaticFiles(new StaticFileOptions
            {
                ContentTypeProvider = new CompressedTwins(),
                OnPrepareResponse = response =>
                {
                    var headers = response.Context.Response.Headers;
                    headers.CacheControl = response.Context.Request.Path.StartsWithSegments("/_app/immutable", StringComparison.Ordinal)
                        ? "public, max-age=31536000, immutable"
                        : "no-cache";
                    headers.Vary = HeaderNames.AcceptEncoding;
                    if (CompressedTwins.EncodingOf(response.File.Name) is { } encoding)
                        headers.ContentEncoding = encoding;
                },
            });
    }

    public static void MapWebClient(this IEndpointRouteBuilder routes)
    {
        foreach (var programs in (string[])["/api/{**path}", "/hubs/{**path}", "/healthz/{**path}", "/openapi/{**path}"])
            routes.MapFallback(programs, () => Results.NotFound()).AllowAnonymous().ExcludeFromDescription();
        routes.MapFallbackToFile(Page, new StaticFileOptions
        {
            OnPrepareResponse = response => response.Context.Response.Headers[HeaderNames.CacheControl] = "no-cache",
        }).AllowAnonymous();
    }

    /// <summary>Turns a request for a file into one for the best of its compressed twins that the browser takes.</summary>
    private static void SendTwin(HttpContext context, IFileProvider files)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || !Path.HasExtension(request.Path.Value))
            return;
        var taken = request.GetTypedHeaders().AcceptEncoding;
        var twin = CompressedTwins.Encodings
            .Where(encoding => taken.Any(value => value.Value.Equals(encoding.Name, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0))
            .Select(encoding => request.Path.Value + encoding.Extension)
            .FirstOrDefault(path => files.GetFileInfo(path).Exists);
        if (twin is not null)
            request.Path = twin;
    }
}
