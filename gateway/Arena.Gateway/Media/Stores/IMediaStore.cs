namespace Arena.Gateway.Media.Stores;

/// <summary>
/// Objects by key. A key is a medium's name and <c>/full</c> or a width: what is under it never changes, so that to put it twice is the same as once.
/// </summary>
internal interface IMediaStore
{
    /// <summary>Stores a file. It is there as a whole and durable when this returns, or not at all.</summary>
    /// <exception cref="MediaStoreException">It is not stored.</exception>
    Task PutAsync(string key, string file, string contentType, CancellationToken cancel);

    /// <returns>The object, seekable; null if there is none.</returns>
    /// <exception cref="MediaStoreException">The store does not answer.</exception>
    Task<Stream?> OpenAsync(string key, CancellationToken cancel);

    /// <summary>Removes an object. Succeeds if there is none.</summary>
    /// <exception cref="MediaStoreException">It may be there still.</exception>
    Task DeleteAsync(string key, CancellationToken cancel);
}
