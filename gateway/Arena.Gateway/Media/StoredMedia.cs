using System.Collections.Concurrent;
using Arena.Storage.Model;

namespace Arena.Gateway.Media;

/// <summary>
/// The rows of media that are asked for: what is behind a name never changes, and a thousand players ask for the same at once, for whom the database of
/// their game is asked once.
/// </summary>
internal sealed class StoredMedia(MediaLibrary library)
{
    private const int MaxRows = 10_000;

    private readonly ConcurrentDictionary<string, Lazy<Task<MediaRow?>>> _rows = new(StringComparer.Ordinal);

    public async Task<MediaRow?> FindAsync(string name)
    {
        if (_rows.Count >= MaxRows)
            _rows.Clear();
        // No caller's hanging up stops it for the others.
        var lookup = _rows.GetOrAdd(name, _ => new(() => library.FindAsync(name, CancellationToken.None)));
        MediaRow? row = null;
        try
        {
            return row = await lookup.Value;
        }
        finally
        {
            if (row is null)
                _rows.TryRemove(KeyValuePair.Create(name, lookup));
        }
    }

    /// <summary>Its objects are gone.</summary>
    public void Forget(string name) => _rows.TryRemove(name, out _);
}
