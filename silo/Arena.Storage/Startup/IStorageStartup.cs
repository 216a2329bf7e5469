namespace Arena.Storage;

/// <summary>Makes the configured database ready, or says what is wrong with it.</summary>
internal interface IStorageStartup
{
    /// <exception cref="StorageException">The storage cannot be used. It was left as it was.</exception>
    Task RunAsync(CancellationToken cancel);
}
