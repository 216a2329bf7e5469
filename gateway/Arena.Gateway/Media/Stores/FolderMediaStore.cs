namespace Arena.Gateway.Media.Stores;

/// <summary>Objects as files of a folder, in folders by the first two digits of their names.</summary>
internal sealed class FolderMediaStore(MediaFolders folders) : IMediaStore
{
    private const int PrefixLength = 2;
    private const int BufferBytes = 64 * 1024;

    public async Task PutAsync(string key, string file, string contentType, CancellationToken cancel)
    {
        var path = PathOf(key);
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        try
        {
            if (File.Exists(path))
                return;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await CopyAsync(file, unfinished, cancel);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception exception) when (DiskFaults.IsDisk(exception))
        {
            throw new MediaStoreException(DiskFaults.CodeOf(exception), exception);
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken cancel)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(key), new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                BufferSize = 0,
            }));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
        catch (Exception exception) when (DiskFaults.IsDisk(exception))
        {
            throw new MediaStoreException(MediaErrorCode.MediaStoreUnavailable, exception);
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancel)
    {
        try
        {
            var path = PathOf(key);
            File.Delete(path);
            if (Path.GetDirectoryName(path) is { } folder && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
        catch (DirectoryNotFoundException)
        {
            // Nor is there the object.
        }
        catch (Exception exception) when (DiskFaults.IsDisk(exception))
        {
            throw new MediaStoreException(MediaErrorCode.MediaStoreUnavailable, exception);
        }
        return Task.CompletedTask;
    }

    private static async Task CopyAsync(string from, string to, CancellationToken cancel)
    {
        await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, useAsync: true);
        await using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true);
        await source.CopyToAsync(target, BufferBytes, cancel);
        await target.FlushAsync(cancel);
        target.Flush(flushToDisk: true);
    }

    private string PathOf(string key) => Path.Combine(folders.Objects, key[..PrefixLength], Path.Combine(key.Split('/')));
}
