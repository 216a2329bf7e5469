using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Writing;
using Microsoft.Net.Http.Headers;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>A quiz as a file, sent in parts, as fast as the caller reads.</summary>
internal static class QuizFileReply
{
    /// <param name="http">The request.</param>
    /// <param name="file">The file.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="name">What a browser calls it when it stores it; null for a reply that scripts read.</param>
    public static IResult Of(HttpContext http, StoredFile file, FileKind kind, string? name = null)
    {
        // The tag names the version, for If-Match, in whatever encoding it is sent: no cache keeps a reply (no-store) and could mix them up.
        EntityTagHeaderValue version = file.Version.ToETag();
        bool isSentAsGzip = file.IsGzip && http.Request.TakesGzip();
        if (file.IsGzip)
            http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        http.Response.OnStarting(() => Describe(http.Response, file, isSentAsGzip));
        return file.IsGzip && !isSentAsGzip
            ? TypedResults.Stream(file.Open(), kind.ContentType, name, entityTag: version)
            : TypedResults.Bytes(file.Bytes, kind.ContentType, name, entityTag: version);
    }

    /// <summary>How the file is sent, if it is: a refusal for a condition that it does not meet has a body of its own.</summary>
    private static Task Describe(HttpResponse response, StoredFile file, bool isGzip)
    {
        if (response.StatusCode != StatusCodes.Status200OK)
            return Task.CompletedTask;
        if (isGzip)
            response.Headers.ContentEncoding = GzipReply.Encoding;
        else
            response.ContentLength = file.Length;
        return Task.CompletedTask;
    }
}
