using Arena.Gateway.Configuration;
using Arena.Gateway.Media;
using Arena.Gateway.Media.Stores;
using Arena.Gateway.Quizzes.Rest;
using Arena.Gateway.Quizzes.Writing;
using Arena.Storage.Model;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Quizzes.Packing;

/// <summary>Files of quizzes with media: their content is added while they are sent.</summary>
internal sealed class MediaExport(MediaLibrary library, IMediaStore store, IOptions<QuizOptions> options)
{
    /// <summary>The media that a file names and this server has.</summary>
    public async Task<List<MediaRow>> MediaOfAsync(StoredFile file, CancellationToken cancel) => file.Media.Count == 0
        ? []
        : await library.FindAsync([.. file.Media.SelectMany(question => question.Names).Distinct(StringComparer.Ordinal)], cancel);

    /// <summary>What the file lacks: beside what its format cannot say, the media that are not here, and those for which it has no room.</summary>
    public async Task<ExportLosses> LossesAsync(StoredFile file, ExportFormat format, CancellationToken cancel)
    {
        var media = await MediaOfAsync(file, cancel);
        var stored = media.Select(row => row.Name).ToHashSet(StringComparer.Ordinal);
        var absent = file.Media.Where(question => !question.Names.All(stored.Contains));
        var beyond = format == ExportFormat.Moodle ? EmbeddedMedia.Beyond(options.Value.MaxArchiveBytes, file.Media, media) : [];
        return file.Losses with { Losses = [.. file.Losses.Losses, .. Count(ExportLossKind.Changed, beyond), .. Count(ExportLossKind.Referenced, absent)] };
    }

    /// <summary>The file of a quiz and its media.</summary>
    /// <param name="http">The request.</param>
    /// <param name="file">The quiz.</param>
    /// <param name="format">What it is written in.</param>
    /// <param name="media">Its media.</param>
    /// <param name="cancel">The caller is gone.</param>
    /// <exception cref="MediaStoreException">The store does not answer; nothing was sent.</exception>
    public async Task<IResult> ReplyAsync(HttpContext http, StoredFile file, ExportFormat format, IReadOnlyList<MediaRow> media, CancellationToken cancel)
    {
        // What fails later can only break the download off: so it is tried before it begins.
        var first = media.Count == 0 ? null : await OpenAsync(media[0]);
        if (first is not null)
            http.Response.RegisterForDisposeAsync(first);
        var (contentType, extension) = format == ExportFormat.Arena
            ? (ArchiveLayout.ContentType, ArchiveLayout.Extension)
            : (FileKind.Of(format).ContentType, FileKind.Of(format).Extension);
        return TypedResults.Stream(WriteAsync, contentType, FileName.Of(file.Title, extension), entityTag: file.Version.ToETag());

        Task WriteAsync(Stream output) => format == ExportFormat.Moodle
            ? EmbeddedMedia.WriteAsync(file, options.Value.MaxArchiveBytes, media, TakeAsync, output, cancel)
            : MediaArchive.WriteAsync(file, format, media, TakeAsync, output, cancel);

        // The one that is open already is read first, and opened again if it is shown again.
        Task<Stream?> TakeAsync(MediaRow row)
        {
            if (first is null || row != media[0])
                return OpenAsync(row);
            (var taken, first) = (first, null);
            return Task.FromResult<Stream?>(taken);
        }

        Task<Stream?> OpenAsync(MediaRow row) => store.OpenAsync(MediaKeys.Full(row.Name), cancel);
    }

    private static IEnumerable<ExportLoss> Count(ExportLossKind kind, IEnumerable<QuestionMedia> questions) =>
        questions.CountBy(question => question.Type).OrderBy(count => count.Key).Select(count => new ExportLoss(kind, count.Key, "media", count.Value));
}
