using System.Buffers;
using System.IO.Pipelines;
using Arena.Gateway.Media.Stores;

namespace Arena.Gateway.Media.Uploads;

/// <summary>Writes what arrives to a file, no further than its limit.</summary>
internal static class BoundedFile
{
    private const int BufferBytes = 64 * 1024;

    /// <returns>How many bytes there are.</returns>
    /// <exception cref="MediaRefusedException">There are more than the limit.</exception>
    /// <exception cref="MediaStoreException">The file cannot be written.</exception>
    public static async Task<long> WriteAsync(PipeReader source, string path, long limit, CancellationToken cancel)
    {
        await using var target = Create(path);
        var bytes = 0L;
        while (true)
        {
            var read = await source.ReadAsync(cancel);
            try
            {
                Check(bytes += read.Buffer.Length, limit);
                await WriteAsync(target, read.Buffer, cancel);
            }
            finally
            {
                // After a refusal, too: the server discards the rest of a body only if nothing is still reading it, and else resets the connection.
                source.AdvanceTo(read.Buffer.End);
            }
            if (read.IsCompleted)
                break;
        }
        await WrittenAsync(() => target.FlushAsync(cancel));
        return bytes;
    }

    /// <exception cref="MediaRefusedException">There are more than the limit.</exception>
    public static void Check(long bytes, long limit)
    {
        if (bytes > limit)
            throw new MediaRefusedException(new(MediaErrorCode.MediaTooLarge, limit));
    }

    private static FileStream Create(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true);
        }
        catch (Exception exception) when (DiskFaults.IsDisk(exception))
        {
            throw new MediaStoreException(DiskFaults.CodeOf(exception), exception);
        }
    }

    private static Task WriteAsync(FileStream target, ReadOnlySequence<byte> content, CancellationToken cancel) => WrittenAsync(async () =>
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
}
