using Arena.Storage.Configuration;

namespace Arena.Storage.Startup;

/// <summary>Prepares the configured database, or reports its fault.</summary>
internal interface IStorageStartup
{
    /// <exception cref="StorageException">The storage cannot be used. It was left as it was.</exception>
    Task RunAsync(CancellationToken cancel);

    /// <summary>Whether the database is there and can be read. Changes nothing, and asks nothing of its schema but that it is not newer.</summary>
    /// <exception cref="StorageException">It cannot.</exception>
    Task CheckAsync(CancellationToken cancel);
}
