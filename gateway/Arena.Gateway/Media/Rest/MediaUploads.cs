using System.ComponentModel;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Media.Stores;
using Arena.Gateway.Media.Uploads;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Media.Rest;

/// <summary>A medium from a file.</summary>
internal sealed class MediaUploads(
    MediaLibrary library, MediaQuota quota, MediaIntake intake, IMediaStore store, MediaFolders folders, IOptions<MediaOptions> options)
{
    /// <summary>Those before are read within seconds.</summary>
    private static readonly TimeSpan RetryReading = TimeSpan.FromSeconds(5);

    /// <summary>A day's allowance is refilled evenly: by then a good part of it is available.</summary>
    private static readonly TimeSpan RetryUploading = TimeSpan.FromHours(1);

    public static Task<Results<Created<MediumReply>, Ok<MediumReply>, ProblemHttpResult>> UploadAsync(
        HttpContext http, MediaUploads uploads, CancellationToken cancel,
        [Description("What the file is called, to find it in the library: what is no line of up to 120 characters is left out.")] string? title = null) =>
        uploads.UploadAsync(http, title, cancel);

    private async Task<Results<Created<MediumReply>, Ok<MediumReply>, ProblemHttpResult>> UploadAsync(HttpContext http, string? title, CancellationToken cancel)
    {
        var author = StoringAuthor.Of(http);
        if (await library.RefuseAnyAsync(author, cancel) is { } full)
            return MediaRefusals.Of(full);
        using var upload = await IncomingFile.ReceiveAsync(http.Request.BodyReader, http.Request.ContentLength ?? 0, folders, options.Value, cancel);
        if (quota.RefuseToUpload(author, upload.Bytes) is not null)
            return Problems.Limited(http.Response, GameErrorCode.DailyStorageSpent, RetryUploading);
        if (await intake.PrepareAsync(upload, cancel) is not { } medium)
            return Problems.Limited(http.Response, GameErrorCode.Overloaded, RetryReading, "Too many media are being read. Nothing was stored.");
        if (!await library.PutAsync(medium, store, cancel))
            return Problems.Limited(http.Response, GameErrorCode.Overloaded, RetryReading, "The same content is being removed. Nothing was stored.");
        PlainLine.TryRead(title, LibraryRequests.MaxTitleLength, out var line);
        var (isNew, refusal) = await library.KeepAsync(author, new(medium, line, null, null), cancel);
        if (refusal is not null)
            return MediaRefusals.Of(refusal);
        var (kind, _, width, height, seconds) = medium.Description;
        var reply = new MediumReply(medium.Name, kind, width, height, seconds, medium.Bytes, medium.Widths);
        return isNew ? TypedResults.Created($"{MediaEndpoints.Served}/{medium.Name}", reply) : TypedResults.Ok(reply);
    }
}
