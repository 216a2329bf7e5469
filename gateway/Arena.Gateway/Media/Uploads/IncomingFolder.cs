using Arena.Gateway.Media.Stores;

namespace Arena.Gateway.Media.Uploads;

/// <summary>A folder of its own for an upload, and for what is made of it. It is gone when this is disposed.</summary>
internal sealed class IncomingFolder(MediaFolders folders) : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(folders.Incoming, Guid.NewGuid().ToString("N"));

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
