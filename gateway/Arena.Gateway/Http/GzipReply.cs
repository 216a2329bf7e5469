using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace Arena.Gateway.Http;

/// <summary>Replies that are compressed for those who take it. For data of one caller, in which no other's text can be guessed by its length.</summary>
internal static class GzipReply
{
    public const string Encoding = "gzip";

    /// <summary>Whether the caller takes a compressed reply.</summary>
    public static bool TakesGzip(this HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value.Equals(Encoding, StringComparison.OrdinalIgnoreCase) && encoding.Quality != 0);

    /// <param name="http">The request.</param>
    /// <param name="content">The reply.</param>
    /// <param name="contentType">What it is.</param>
    public static IResult Of(HttpContext http, byte[] content, string contentType)
    {
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!http.Request.TakesGzip())
            return TypedResults.Bytes(content, contentType);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content);
        http.Response.Headers.ContentEncoding = Encoding;
        return TypedResults.Bytes(packed.ToArray(), contentType);
    }
}
