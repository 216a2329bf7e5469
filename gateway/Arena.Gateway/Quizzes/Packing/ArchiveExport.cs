using System.IO.Compression;
using Arena.Gateway.Media;
using Arena.Gateway.Media.Stores;
using Arena.Gateway.Quizzes.Rest;
using Arena.Gateway.Quizzes.Writing;
using Arena.Storage.Model;

namespace Arena.Gateway.Quizzes.Packing;

/// <summary>Arena's own format with media: an archive that is sent while it is written, so that no part of it but a buffer is in memory.</summary>
internal sealed class ArchiveExport(MediaLibrary library, IMediaStore store)
{
    private const int PartBytes = 64 * 1024;

    /// <summary>The media that a file names and this server has.</summary>
    public async Task<List<MediaRow>> MediaOfAsync(StoredFile file, CancellationToken cancel) => file.Media.Count == 0
        ? []
        : await library.FindAsync([.. file.Media.SelectMany(question => question.Names).Distinct(StringComparer.Ordinal)], cancel);

    /// <summary>What the file lacks: beside what its format cannot say, the media that are not here.</summary>
    public async Task<ExportLosses> LossesAsync(StoredFile file, CancellationToken cancel)
    {
        var media = await MediaOfAsync(file, cancel);
        var stored = media.Select(row => row.Name).ToHashSet(StringComparer.Ordinal);
        return file.Losses with
        {
            Losses =
            [
                .. file.Losses.Losses,
                .. file.Media.Where(question => !question.Names.All(stored.Contains)).CountBy(question => question.Type).OrderBy(count => count.Key)
                    .Select(count => new ExportLoss(ExportLossKind.Referenced, count.Key, "media", count.Value)),
            ],
        };
    }

    /// <summary>The archive of a file and its media.</summary>
    /// <param name="http">The request.</param>
    /// <param name="file">The quiz.</param>
    /// <param name="media">Its media, at least one.</param>
    /// <param name="cancel">The caller is gone.</param>
    /// <exception cref="MediaStoreException">The store does not answer; nothing was sent.</exception>
    public async Task<IResult> ReplyAsync(HttpContext http, StoredFile file, IReadOnlyList<MediaRow> media, CancellationToken cancel)
    {
        // What fails later can only break the download off: so it is tried before it begins.
        var first = await OpenAsync(media[0], cancel);
        if (first is not null)
            http.Response.RegisterForDisposeAsync(first);
        return TypedResults.Stream(
            output => WriteAsync(output, file, media, first, cancel),
            ArchiveLayout.ContentType, FileName.Of(file.Title, ArchiveLayout.Extension), entityTag: file.Version.ToETag());
    }

    private async Task WriteAsync(Stream output, StoredFile file, IReadOnlyList<MediaRow> media, Stream? first, CancellationToken cancel)
    {
        await using var deferred = new DeferredWrites(output);
        using (var archive = new ZipArchive(deferred, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using (var json = file.Open())
                await AddAsync(archive, deferred, ArchiveLayout.Quiz, json, file.Version.UpdatedAt, CompressionLevel.Fastest, cancel);
            foreach (var row in media)
            {
                await using var content = ReferenceEquals(row, media[0]) ? first : await OpenAsync(row, cancel);
                // One that a store has lost is missing here as well, and said to be by the import.
                if (content is not null)
                    await AddAsync(archive, deferred, ArchiveLayout.EntryOf(row.Name, row.ContentType), content, row.CreatedAt, CompressionLevel.NoCompression, cancel);
            }
        }
        await deferred.FlushAsync(cancel);
    }

    private Task<Stream?> OpenAsync(MediaRow row, CancellationToken cancel) => store.OpenAsync(MediaKeys.Full(row.Name), cancel);

    private static async Task AddAsync(
        ZipArchive archive, Stream output, string name, Stream content, DateTimeOffset at, CompressionLevel compression, CancellationToken cancel)
    {
        var entry = archive.CreateEntry(name, compression);
        entry.LastWriteTime = at;
        await using var target = entry.Open();
        var part = new byte[PartBytes];
        while (await content.ReadAsync(part, cancel) is var read and > 0)
        {
            target.Write(part, 0, read);
            await output.FlushAsync(cancel);
        }
    }
}
