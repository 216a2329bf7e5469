using System.IO.Pipelines;
using Arena.Gateway.Authority;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Media;
using Arena.Gateway.Media.Stores;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Packing;
using Arena.Gateway.Quizzes.Reading;
using Arena.Gateway.Quizzes.Reading.Archives;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>The requirements of an imported file.</summary>
/// <param name="Format">What it is written in.</param>
/// <param name="Title">The quiz's title; wins over the file's.</param>
/// <param name="FallbackTitle">The title of a quiz whose file has none that is sound.</param>
/// <param name="SkipInvalid">Whether unsound questions are left out; else one of them refuses the quiz.</param>
internal sealed record AskedImport(QuizFormat Format, string? Title, string? FallbackTitle, bool SkipInvalid);

/// <summary>Files of quizzes as they are sent: in memory, or, as they are long, archives with media on the disk.</summary>
internal sealed class QuizIntake(ImportQueue queue, ArchiveImport archives, MediaQuota quota, MediaFolders folders, IOptions<QuizOptions> options)
{
    /// <summary>Reads a request's body.</summary>
    /// <exception cref="MediaRefusedException">The author may not keep the media of the archive.</exception>
    /// <exception cref="MediaStoreException">They cannot be written.</exception>
    public async Task<QuizUpload> ReadAsync(HttpContext http, AskedImport asked, CancellationToken cancel)
    {
        if (!await ReceivedArchive.IsNextAsync(http.Request.BodyReader, cancel))
            return await QuizUpload.ReadAsync(http, queue, options.Value, asked, cancel);
        using var archive = await ReceiveAsync(http, cancel);
        if (archive is null)
            return QuizUpload.Refused(QuizRefusals.TooLong(options.Value.MaxArchiveBytes));
        try
        {
            if (archive.OpenQuiz() is not { } quiz)
                return await ReadPlainAsync(http, archive, asked, cancel);
            if (quota.RefuseToUpload(StoringAuthor.Of(http), archive.Bytes) is not null)
                return QuizUpload.Refused(QuizRefusals.UploadedEnough(http.Response));
            await using var content = await quiz.OpenAsync(cancel);
            using var json = await BoundedBody.ReadAsync(PipeReader.Create(content), options.Value.MaxImportBytes, cancel);
            return json is null
                ? throw new UnpackLimitException(options.Value.MaxImportBytes)
                : await ReadAsync(http, archive, json, asked with { Format = QuizFormat.Arena }, cancel);
        }
        catch (UnpackLimitException large)
        {
            return QuizUpload.Unreadable(QuizErrorCode.ArchiveTooLarge, large.Limit);
        }
        catch (InvalidDataException)
        {
            return QuizUpload.Unreadable(QuizErrorCode.BrokenArchive);
        }
    }

    /// <summary>The quiz is read first, and its media without one of the few places: decoding them may take minutes.</summary>
    private async Task<QuizUpload> ReadAsync(HttpContext http, ReceivedArchive archive, BoundedBody json, AskedImport asked, CancellationToken cancel)
    {
        if (FileSignature.IsArchive(json.Content.Span))
            return QuizUpload.Unreadable(QuizErrorCode.ArchiveFile);
        var read = await QuizUpload.ReadAsync(http, queue, json, asked, cancel);
        if (read.Reading?.Content is not { } content)
            return read;
        read.Dispose();
        if (await archives.ReadAsync(archive, content, StoringAuthor.Of(http), cancel) is not { } media)
            return QuizUpload.Refused(QuizRefusals.Busy(http.Response));
        // However the request ends, also by its caller while it waits, nothing of them stays on the disk.
        http.Response.RegisterForDispose(media.Batch);
        var place = await queue.EnterAsync(cancel);
        return place is null
            ? QuizUpload.Refused(QuizRefusals.Busy(http.Response))
            : new(place, read.Reading with { Content = media.Content, Warnings = [.. read.Reading.Warnings, .. media.Warnings] }, null, media);
    }

    /// <summary>An archive of another format, such as a workbook: as long as any file.</summary>
    private async Task<QuizUpload> ReadPlainAsync(HttpContext http, ReceivedArchive archive, AskedImport asked, CancellationToken cancel)
    {
        if (archive.Bytes > options.Value.MaxImportBytes)
            return QuizUpload.Refused(QuizRefusals.TooLong(options.Value));
        using var body = await BoundedBody.ReadAsync(PipeReader.Create(archive.File, new(leaveOpen: true)), options.Value.MaxImportBytes, cancel);
        return await QuizUpload.ReadAsync(http, queue, body!, asked, cancel);
    }

    private async Task<ReceivedArchive?> ReceiveAsync(HttpContext http, CancellationToken cancel)
    {
        try
        {
            return await ReceivedArchive.ReceiveAsync(http.Request, folders, options.Value.MaxArchiveBytes, cancel);
        }
        catch (MediaRefusedException)
        {
            return null;
        }
    }
}
