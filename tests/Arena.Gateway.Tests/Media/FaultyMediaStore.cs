using Arena.Gateway.Media.Stores;

namespace Arena.Gateway.Tests.Media;

/// <summary>A store in memory that fails when a test says so.</summary>
internal sealed class FaultyMediaStore : IMediaStore
{
    /// <summary>What it fails with; null while it works.</summary>
    public MediaStoreException? Fault { get; set; }

    /// <summary>How many objects it still stores before it fails.</summary>
    public int Before { get; set; }

    public Dictionary<string, byte[]> Objects { get; } = [];

    public async Task PutAsync(string key, string file, string contentType, CancellationToken cancel)
    {
        if (Fault is not null && Before-- <= 0)
            throw Fault;
        Objects[key] = await File.ReadAllBytesAsync(file, cancel);
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken cancel) => Fault is not null
        ? throw Fault
        : Task.FromResult<Stream?>(Objects.TryGetValue(key, out var content) ? new MemoryStream(content) : null);

    public Task DeleteAsync(string key, CancellationToken cancel)
    {
        if (Fault is not null)
            throw Fault;
        Objects.Remove(key);
        return Task.CompletedTask;
    }
}
