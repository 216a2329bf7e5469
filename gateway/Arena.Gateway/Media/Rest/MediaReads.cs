using Arena.Game.Questions;
using Arena.Gateway.Configuration;
using Arena.Gateway.Media.Stores;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Arena.Gateway.Media.Rest;

/// <summary>Sends media to anyone who knows their names.</summary>
internal sealed class MediaReads(StoredMedia media, IMediaStore store, IOptions<MediaOptions> options)
{
    private const string Forever = "public, max-age=31536000, immutable";

    public static Task<Results<FileStreamHttpResult, ProblemHttpResult>> GetAsync(string name, HttpContext http, MediaReads reads, CancellationToken cancel) =>
        reads.SendAsync(http, name, null, cancel);

    public static Task<Results<FileStreamHttpResult, ProblemHttpResult>> GetSizeAsync(
        string name, int width, HttpContext http, MediaReads reads, CancellationToken cancel) => reads.SendAsync(http, name, width, cancel);

    private async Task<Results<FileStreamHttpResult, ProblemHttpResult>> SendAsync(HttpContext http, string name, int? width, CancellationToken cancel)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        if (!Medium.IsName(name) || await media.FindAsync(name) is not { } row || (width is { } size && !MediumReply.WidthsOf(row.Widths).Contains(size)))
            return MediaRefusals.Of(new(MediaErrorCode.UnknownMedia));
        Stream? content;
        try
        {
            content = await store.OpenAsync(width is null ? MediaKeys.Full(name) : MediaKeys.Size(name, width.Value), cancel);
        }
        catch (MediaStoreException exception)
        {
            return MediaRefusals.Of(new(exception.Code));
        }
        if (content is null)
        {
            media.Forget(name);
            return MediaRefusals.Of(new(MediaErrorCode.UnknownMedia));
        }
        headers.CacheControl = Forever;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentDisposition = "inline";
        // Opened by itself it is a page of its own, which may do nothing.
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (options.Value.CdnBaseUrl is not null)
        {
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            headers.AccessControlAllowOrigin = "*";
        }
        return TypedResults.Stream(
            content, row.ContentType, entityTag: new EntityTagHeaderValue(width is null ? $"\"{name}\"" : $"\"{name}-{width}\""), enableRangeProcessing: true);
    }
}
