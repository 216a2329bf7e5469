using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using Arena.Gateway.Media.Stores;
using Arena.Gateway.Media.Uploads;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;
using Arena.Gateway.Quizzes.Reading.Archives;
using Arena.Gateway.Quizzes.Reading.Markup;

namespace Arena.Gateway.Quizzes.Packing;

/// <summary>An archive as it was sent: a file in a folder of its own that is gone when this is disposed. No name in it is ever a path on the disk.</summary>
internal sealed class ReceivedArchive : IDisposable
{
    private readonly IncomingFolder _folder;
    private FileStream? _file;
    private ZipArchive? _zip;
    private string _inside = "";

    private ReceivedArchive(MediaFolders folders) => _folder = new(folders);

    public long Bytes { get; private set; }

    /// <summary>The file as it was sent, from its beginning.</summary>
    public Stream File
    {
        get
        {
            _file!.Position = 0;
            return _file;
        }
    }

    private static ReadOnlySpan<byte> Signature => "PK\x03\x04"u8;

    /// <summary>Whether a body begins as an archive does. Nothing of it is consumed.</summary>
    public static async Task<bool> IsNextAsync(PipeReader body, CancellationToken cancel)
    {
        var first = await body.ReadAtLeastAsync(Signature.Length, cancel);
        var start = new byte[Math.Min(Signature.Length, first.Buffer.Length)];
        first.Buffer.Slice(0, start.Length).CopyTo(start);
        body.AdvanceTo(first.Buffer.Start);
        return Signature.SequenceEqual(start);
    }

    /// <exception cref="Media.MediaRefusedException">It is longer than the limit.</exception>
    /// <exception cref="MediaStoreException">It cannot be written.</exception>
    public static async Task<ReceivedArchive> ReceiveAsync(HttpRequest request, MediaFolders folders, long limit, CancellationToken cancel)
    {
        BoundedFile.Check(request.ContentLength ?? 0, limit);
        var archive = new ReceivedArchive(folders);
        var isWhole = false;
        try
        {
            var path = archive._folder.File("archive");
            archive.Bytes = await BoundedFile.WriteAsync(request.BodyReader, path, limit, cancel);
            archive._file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 4096, useAsync: true);
            isWhole = true;
            return archive;
        }
        finally
        {
            if (!isWhole)
                archive.Dispose();
        }
    }

    /// <summary>Opens it if a quiz with media is in it.</summary>
    /// <returns>The entry of the quiz; null if the archive has none.</returns>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="UnpackLimitException">It has too many entries.</exception>
    public ZipArchiveEntry? OpenQuiz()
    {
        var end = new byte[Math.Min(Bytes, ArchiveEntries.EndLength)];
        _file!.Position = Bytes - end.Length;
        _file.ReadExactly(end);
        ArchiveEntries.CheckList(end, Bytes);
        _file.Position = 0;
        _zip = new(_file, ZipArchiveMode.Read, leaveOpen: true);
        if (ArchiveEntries.Topmost(_zip.Entries.Select(entry => entry.FullName), ArchiveLayout.Quiz) is not { } quiz)
            return null;
        _inside = quiz[..^ArchiveLayout.Quiz.Length];
        return Package.Sound(_zip.GetEntry(quiz)!);
    }

    /// <summary>The archive, if it is a package of questions in another format.</summary>
    public ZipArchive? Questions => QtiPackage.IsIn(_zip!.Entries.Select(entry => entry.FullName)) ? _zip : null;

    /// <returns>The file of each of these media that has one.</returns>
    public Dictionary<string, PackedFile> Media(IEnumerable<string> names)
    {
        var byStem = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var entry in _zip!.Entries)
            byStem.TryAdd(StemOf(entry.FullName), entry);
        return names.Where(name => byStem.ContainsKey(_inside + ArchiveLayout.StemOf(name)))
            .ToDictionary(name => name, name => FileOf(name, byStem[_inside + ArchiveLayout.StemOf(name)]), StringComparer.Ordinal);

        static PackedFile FileOf(string name, ZipArchiveEntry entry) => new(name, entry.FullName, entry.Length, cancel => Package.Sound(entry).OpenAsync(cancel));
    }

    /// <summary>Files beside the quiz that it does not name; folders are none.</summary>
    public IEnumerable<QuizWarning> Unused(IReadOnlyDictionary<string, PackedFile> media)
    {
        var used = media.Values.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        string[] unused =
        [
            .. _zip!.Entries.Select(entry => entry.FullName)
                .Where(name => !name.EndsWith('/') && !used.Contains(name) && !name.EndsWith(ArchiveLayout.Quiz, StringComparison.Ordinal)),
        ];
        return unused.Length == 0 ? [] : [new(QuizWarningCode.UnusedFiles, 1, unused.Length, QuizText.Excerpt(unused[0]))];
    }

    public void Dispose()
    {
        _zip?.Dispose();
        _file?.Dispose();
        _folder.Dispose();
    }

    private static string StemOf(string name) => name.LastIndexOf('.') is var dot && dot > name.LastIndexOf('/') ? name[..dot] : name;
}
