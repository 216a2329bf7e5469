using System.IO.Compression;
using Arena.Gateway.Quizzes.Rest;
using Arena.Gateway.Quizzes.Writing;
using Arena.Storage.Model;

namespace Arena.Gateway.Quizzes.Packing;

/// <summary>An archive with media: a quiz in Arena's own format and what it names, or a package of another format. No part of it but a buffer is in memory.</summary>
internal static class MediaArchive
{
    private const int PartBytes = 64 * 1024;

    /// <param name="file">The quiz: a file for the archive, or an archive whose entries all belong into it.</param>
    /// <param name="format">What it is written in.</param>
    /// <param name="media">Its media.</param>
    /// <param name="open">Opens one; null if a store has lost it: it is missing here as well, and said to be by an import.</param>
    /// <param name="output">Receives the archive.</param>
    /// <param name="cancel">The caller is gone.</param>
    public static async Task WriteAsync(
        StoredFile file, ExportFormat format, IReadOnlyList<MediaRow> media, Func<MediaRow, Task<Stream?>> open, Stream output, CancellationToken cancel)
    {
        await using var deferred = new DeferredWrites(output);
        using (var archive = new ZipArchive(deferred, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using (var quiz = file.Open())
            {
                if (FileKind.Of(format).IsArchive)
                    await CopyAsync(archive, deferred, quiz, file.Version.UpdatedAt, cancel);
                else
                    await AddAsync(archive, deferred, ArchiveLayout.Quiz, quiz, file.Version.UpdatedAt, CompressionLevel.Fastest, cancel);
            }
            foreach (var row in media)
            {
                await using var content = await open(row);
                if (content is not null)
                    await AddAsync(archive, deferred, ArchiveLayout.EntryOf(row.Name, row.ContentType), content, row.CreatedAt, CompressionLevel.NoCompression, cancel);
            }
        }
        await deferred.FlushAsync(cancel);
    }

    private static async Task CopyAsync(ZipArchive archive, Stream output, Stream package, DateTimeOffset at, CancellationToken cancel)
    {
        using var entries = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in entries.Entries)
        {
            await using var content = await entry.OpenAsync(cancel);
            await AddAsync(archive, output, entry.FullName, content, at, CompressionLevel.Fastest, cancel);
        }
    }

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
