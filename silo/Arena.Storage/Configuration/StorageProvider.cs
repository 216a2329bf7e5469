namespace Arena.Storage.Configuration;

/// <summary>The databases that Arena can keep its data in.</summary>
public enum StorageProvider
{
    /// <summary>One file, one process.</summary>
    Sqlite,
    /// <summary>A server that any number of silos share.</summary>
    Postgres,
}
