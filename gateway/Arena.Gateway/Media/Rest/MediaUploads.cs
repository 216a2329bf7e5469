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
internal sealed partial class MediaUploads(
    MediaLibrary library, MediaQuota quota, MediaQueue queue, IMediaStore store, MediaFolders folders, IOptions<MediaOptions> options, ILogger<MediaUploads> logger)
{
    /// <summary>Those before are read within seconds.</summary>
    private static readonly TimeSpan RetryReading = TimeSpan.FromSeconds(5);

    /// <summary>A day's allowance is refilled evenly: by then a good part of it is available.</summary>
    private static readonly TimeSpan RetryUploading = TimeSpan.FromHours(1);

    public static Task<Results<Created<MediumReply>, Ok<MediumReply>, ProblemHttpResult>> UploadAsync(
        HttpContext http, MediaUploads uploads, CancellationToken cancel) => uploads.UploadAsync(http, cancel);

    private async Task<Results<Created<MediumReply>, Ok<MediumReply>, ProblemHttpResult>> UploadAsync(HttpContext http, CancellationToken cancel)
    {
        var author = StoringAuthor.Of(http);
        try
        {
            if (await library.RefuseAnyAsync(author, cancel) is { } full)
                return MediaRefusals.Of(full);
            using var upload = await IncomingFile.ReceiveAsync(http.Request, folders, options.Value, cancel);
            if (quota.RefuseToUpload(author, upload.Bytes) is not null)
                return Problems.Limited(http.Response, GameErrorCode.DailyStorageSpent, RetryUploading);
            if (await queue.PrepareAsync(upload, cancel) is not { } medium)
                return Problems.Limited(http.Response, GameErrorCode.Overloaded, RetryReading, "Too many media are being read. Nothing was stored.");
            return await StoreAsync(http, author, medium, cancel);
        }
        catch (MediaRefusedException exception)
        {
            return MediaRefusals.Of(exception.Refusal);
        }
        catch (MediaStoreException exception)
        {
            LogNotStored(exception.Code, exception);
            return MediaRefusals.Of(new(exception.Code));
        }
    }

    private async Task<Results<Created<MediumReply>, Ok<MediumReply>, ProblemHttpResult>> StoreAsync(
        HttpContext http, StoringAuthor author, PreparedMedium medium, CancellationToken cancel)
    {
        if (!await library.BeginAsync(medium, cancel))
            return Problems.Limited(http.Response, GameErrorCode.Overloaded, RetryReading, "The same content is being removed. Nothing was stored.");
        // Those that are said to be there as well: a store may have lost them.
        foreach (var (key, file) in medium.Files)
            await store.PutAsync(key, file, medium.Description.ContentType, cancel);
        var (isNew, refusal) = await library.KeepAsync(author, medium, cancel);
        if (refusal is not null)
            return MediaRefusals.Of(refusal);
        var (kind, _, width, height, seconds) = medium.Description;
        var reply = new MediumReply(medium.Name, kind, width, height, seconds, medium.Bytes, medium.Widths);
        return isNew ? TypedResults.Created($"{MediaEndpoints.Served}/{medium.Name}", reply) : TypedResults.Ok(reply);
    }

    [LoggerMessage(EventId = 310, Level = LogLevel.Warning, Message = "A medium could not be stored ({Code}). Check the folder or the object store of Arena:Media, and the space on it")]
    private partial void LogNotStored(MediaErrorCode code, Exception cause);
}
