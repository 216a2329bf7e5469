using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Arena.Gateway.Http;

/// <summary>
/// The static web client: hashed files are cached permanently, pages are revalidated, unknown API paths are not pages. A path that an endpoint
/// answers is never looked up among the files, so nothing may be mapped over them; an unknown file is not found because it has an extension.
/// </summary>
internal static class WebClient
{
    private const string Page = "index.html";

    /// <summary>The page of a game's screen link, which pages of other origins may frame.</summary>
    private const string WatchedPage = "/s/{token:nonfile}";

    public static IApplicationBuilder UseWebClient(this IApplicationBuilder app)
    {
        var environment = app.ApplicationServices.GetRequiredService<IWebHostEnvironment>();
        if (app.ApplicationServices.GetRequiredService<MediaOrigin>().Cdn is { } cdn)
            environment.WebRootFileProvider = new PageFiles(environment.WebRootFileProvider, cdn);
        var files = environment.WebRootFileProvider;
        var policy = new PagePolicy(files);
        return app
            .Use((context, next) =>
            {
                SendTwin(context, files);
                return next(context);
            })
            .UseStaticFiles(new StaticFileOptions
            {
                ContentTypeProvider = new PrecompressedAssets(),
                OnPrepareResponse = response =>
                {
                    var headers = response.Context.Response.Headers;
                    headers.CacheControl = response.Context.Request.Path.StartsWithSegments("/_app/immutable", StringComparison.Ordinal)
                        ? "public, max-age=31536000, immutable"
                        : "no-cache";
                    headers.Vary = HeaderNames.AcceptEncoding;
                    if (PrecompressedAssets.EncodingOf(response.File.Name) is { } encoding)
                        headers.ContentEncoding = encoding;
                    if (response.File.Name.StartsWith(Page, StringComparison.Ordinal))
                        policy.Apply(headers);
                },
            })
            .Use((context, next) => context.GetEndpoint() is null ? NothingAsync(context) : next(context));
    }

    public static void MapWebClient(this IEndpointRouteBuilder routes)
    {
        foreach (var programs in (string[])["/api/{**path}", "/hubs/{**path}", "/healthz/{**path}", "/openapi/{**path}"])
            routes.MapFallback(programs, () => Results.NotFound()).AllowAnonymous().ExcludeFromDescription();
        var files = routes.ServiceProvider.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        var framedBy = routes.ServiceProvider.GetRequiredService<FrameOrigins>().Origins;
        routes.MapFallbackToFile(WatchedPage, Page, PageOptions(new(files, framedBy))).AllowAnonymous();
        routes.MapFallbackToFile(Page, PageOptions(new(files))).AllowAnonymous();
        // What only answers GET and HEAD is a page: anything else is a method that it does not know, and no matter of who asks.
        routes.MapFallback(context =>
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        }).AllowAnonymous();
    }

    private static StaticFileOptions PageOptions(PagePolicy policy) => new()
    {
        OnPrepareResponse = response =>
        {
            response.Context.Response.Headers[HeaderNames.CacheControl] = "no-cache";
            policy.Apply(response.Context.Response.Headers);
        },
    };

    /// <summary>No route and no file: the same for every caller, and not kept by any cache, for a later release may have it.</summary>
    private static Task NothingAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    /// <summary>Turns a request for a file into one for the best of its compressed twins that the browser takes.</summary>
    private static void SendTwin(HttpContext context, IFileProvider files)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || !Path.HasExtension(request.Path.Value))
            return;
        var taken = request.GetTypedHeaders().AcceptEncoding;
        var twin = PrecompressedAssets.Encodings
            .Where(encoding => taken.Any(value => value.Value.Equals(encoding.Name, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0))
            .Select(encoding => request.Path.Value + encoding.Extension)
            .FirstOrDefault(path => files.GetFileInfo(path).Exists);
        if (twin is not null)
            request.Path = twin;
    }
}
