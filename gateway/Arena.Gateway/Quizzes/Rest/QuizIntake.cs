using System.IO.Compression;
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
    /// <exception cref="MediaRefusedException">The author may not keep the media of the file.</exception>
    /// <exception cref="MediaStoreException">They cannot be written.</exception>
    public async Task<QuizUpload> ReadAsync(HttpContext http, AskedImport asked, CancellationToken cancel)
    {
        try
        {
            return await ReceivedArchive.IsNextAsync(http.Request.BodyReader, cancel)
                ? await ReadArchiveAsync(http, asked, cancel)
                : await WithOwnFilesAsync(http, await QuizUpload.ReadAsync(http, queue, options.Value, asked, cancel), cancel);
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

    private async Task<QuizUpload> ReadArchiveAsync(HttpContext http, AskedImport asked, CancellationToken cancel)
    {
        using var archive = await ReceiveAsync(http, cancel);
        if (archive is null)
            return QuizUpload.Refused(QuizRefusals.TooLong(options.Value.MaxArchiveBytes));
        if (archive.OpenQuiz() is { } quiz)
            return await ReadOwnAsync(http, archive, quiz, asked, cancel);
        return archive.Questions is { } package
            ? await WithOwnFilesAsync(http, await QuizUpload.ReadAsync(http, queue, default, asked, cancel, package), cancel)
            : await ReadPlainAsync(http, archive, asked, cancel);
    }

    /// <summary>Arena's own archive.</summary>
    private async Task<QuizUpload> ReadOwnAsync(HttpContext http, ReceivedArchive archive, ZipArchiveEntry quiz, AskedImport asked, CancellationToken cancel)
    {
        if (quota.RefuseToUpload(StoringAuthor.Of(http), archive.Bytes) is not null)
            return QuizUpload.Refused(QuizRefusals.UploadedEnough(http.Response));
        await using var content = await quiz.OpenAsync(cancel);
        using var json = await BoundedBody.ReadAsync(PipeReader.Create(content), options.Value.MaxImportBytes, cancel)
            ?? throw new UnpackLimitException(options.Value.MaxImportBytes);
        if (FileSignature.IsArchive(json.Content.Span))
            return QuizUpload.Unreadable(QuizErrorCode.ArchiveFile);
        var read = await QuizUpload.ReadAsync(http, queue, json.Content, asked with { Format = QuizFormat.Arena }, cancel);
        if (read.Reading?.Content is not { } named)
            return read;
        var files = archive.Media(named.Questions.SelectMany(question => question.Media()).Select(medium => medium.Name).Distinct(StringComparer.Ordinal));
        return await WithMediaAsync(http, read, files, archive.Unused(files), keepsNames: true, cancel);
    }

    /// <summary>Reads the media that another format holds, if it does.</summary>
    private async Task<QuizUpload> WithOwnFilesAsync(HttpContext http, QuizUpload read, CancellationToken cancel)
    {
        if (read.Reading is not { Content: not null, Files: { Count: > 0 } files })
            return read;
        if (quota.RefuseToUpload(StoringAuthor.Of(http), files.Values.Sum(file => file.Bytes)) is null)
            return await WithMediaAsync(http, read, files, [], keepsNames: false, cancel);
        read.Dispose();
        return QuizUpload.Refused(QuizRefusals.UploadedEnough(http.Response));
    }

    /// <summary>The quiz is read first, and its media without one of the few places: decoding them may take minutes.</summary>
    private async Task<QuizUpload> WithMediaAsync(
        HttpContext http, QuizUpload read, IReadOnlyDictionary<string, PackedFile> files, IEnumerable<QuizWarning> warnings, bool keepsNames, CancellationToken cancel)
    {
        read.Dispose();
        var reading = read.Reading!;
        if (await archives.ReadAsync(files, reading.Content!, StoringAuthor.Of(http), keepsNames, cancel) is not { } media)
            return QuizUpload.Refused(QuizRefusals.Busy(http.Response));
        // However the request ends, also by its caller while it waits, nothing of them stays on the disk.
        http.Response.RegisterForDispose(media.Batch);
        var place = await queue.EnterAsync(cancel);
        if (place is null)
            return QuizUpload.Refused(QuizRefusals.Busy(http.Response));
        var whole = reading with
        {
            Content = media.Content,
            Warnings = [.. reading.Warnings, .. warnings],
            MissingMedia = [.. reading.MissingMedia.Concat(media.Missing).OrderBy(missing => missing.Question).Take(MissingMedium.Listed)],
        };
        return new(place, whole, null, media.Batch);
    }

    /// <summary>An archive of another format, such as a workbook: as long as any file.</summary>
    private async Task<QuizUpload> ReadPlainAsync(HttpContext http, ReceivedArchive archive, AskedImport asked, CancellationToken cancel)
    {
        if (archive.Bytes > options.Value.MaxImportBytes)
            return QuizUpload.Refused(QuizRefusals.TooLong(options.Value));
        using var body = await BoundedBody.ReadAsync(PipeReader.Create(archive.File, new(leaveOpen: true)), options.Value.MaxImportBytes, cancel);
        return await QuizUpload.ReadAsync(http, queue, body!.Content, asked, cancel);
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
