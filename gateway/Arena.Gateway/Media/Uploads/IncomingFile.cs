using Arena.Gateway.Configuration;
using Arena.Gateway.Media.Recognition;
using Arena.Gateway.Media.Stores;

namespace Arena.Gateway.Media.Uploads;

/// <summary>An upload as it was sent, in a folder of its own that is gone when this is disposed.</summary>
internal sealed class IncomingFile : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private IncomingFile(string folder) => Folder = folder;

    /// <summary>For what is made of it.</summary>
    public string Folder { get; }

    public string Path => System.IO.Path.Combine(Folder, "upload");

    public MediaFormat Format { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Reads a body into a file: no further than it takes to know that it is not taken.</summary>
    /// <exception cref="MediaRefusedException">It is of no known format, or longer than its format may be.</exception>
    /// <exception cref="MediaStoreException">It cannot be written.</exception>
    public static async Task<IncomingFile> ReceiveAsync(HttpRequest request, MediaFolders folders, MediaOptions options, CancellationToken cancel)
    {
        // The longest that is taken at all, whatever it turns out to be.
        Bound(request.ContentLength ?? 0, Math.Max(options.MaxVideoBytes, Math.Max(options.MaxAudioBytes, options.MaxPictureBytes)));
        var file = new IncomingFile(System.IO.Path.Combine(folders.Incoming, Guid.NewGuid().ToString("N")));
        var isWhole = false;
        try
        {
            await file.ReceiveAsync(request, options, cancel);
            isWhole = true;
            return file;
        }
        finally
        {
            if (!isWhole)
                file.Dispose();
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private async Task ReceiveAsync(HttpRequest request, MediaOptions options, CancellationToken cancel)
    {
        var first = await request.BodyReader.ReadAtLeastAsync(MediaSignature.Length, cancel);
        var head = new byte[Math.Min(MediaSignature.Length, first.Buffer.Length)];
        System.Buffers.BuffersExtensions.CopyTo(first.Buffer.Slice(0, head.Length), head);
        request.BodyReader.AdvanceTo(first.Buffer.Start);
        Format = MediaSignature.Of(head)
            ?? throw new MediaRefusedException(MediaErrorCode.MediaKindUnknown, "The first bytes are those of no known picture, sound or video.");
        var limit = LimitOf(Format, options);
        Bound(request.ContentLength ?? 0, limit);
        await using var target = Create();
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancel);
            Bound(Bytes += read.Buffer.Length, limit);
            await WriteAsync(target, read.Buffer, cancel);
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                break;
        }
        await WrittenAsync(() => target.FlushAsync(cancel));
    }

    private FileStream Create()
    {
        try
        {
            Directory.CreateDirectory(Folder);
            return new(Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true);
        }
        catch (Exception exception) when (DiskFaults.IsDisk(exception))
        {
            throw new MediaStoreException(DiskFaults.CodeOf(exception), exception);
        }
    }

    private static Task WriteAsync(FileStream target, System.Buffers.ReadOnlySequence<byte> content, CancellationToken cancel) => WrittenAsync(async () =>
    {
        foreach (var part in content)
            await target.WriteAsync(part, cancel);
    });

    /// <summary>A client that hangs up is an <see cref="IOException"/> as well: only what the disk says is a fault of the store.</summary>
    private static async Task WrittenAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception exception) when (DiskFaults.IsDisk(exception))
        {
            throw new MediaStoreException(DiskFaults.CodeOf(exception), exception);
        }
    }

    private static int LimitOf(MediaFormat format, MediaOptions options) => format switch
    {
        MediaFormat.Mp3 or MediaFormat.Ogg => options.MaxAudioBytes,
        MediaFormat.Mp4 or MediaFormat.WebM => Math.Max(options.MaxVideoBytes, options.MaxAudioBytes),
        _ => options.MaxPictureBytes,
    };

    private static void Bound(long bytes, int limit)
    {
        if (bytes > limit)
            throw new MediaRefusedException(new(MediaErrorCode.MediaTooLarge, limit));
    }
}
