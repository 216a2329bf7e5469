namespace Arena.Storage.Configuration;

/// <summary>Where and how Arena keeps what must survive. Section <c>Arena:Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Arena:Storage";

    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>The SQLite file; a relative path is under the content root. Created, with its folder, when it does not exist.</summary>
    public string Path { get; set; } = "data/arena.db";

    /// <summary>Where the PostgreSQL database is, in Npgsql's form: <c>Host=...;Database=...;Username=...;Password=...</c>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>How many writes one commit takes at most. More makes fewer commits, but longer ones.</summary>
    public int MaxWritesPerCommit { get; set; } = 2_048;

    /// <summary>
    /// A commit begins at the earliest so many milliseconds after the one before. More costs less processor and makes answers wait longer for
    /// their acknowledgement; their time is that of their arrival all the same. 0 commits whenever there is something to commit.
    /// </summary>
    public int CommitIntervalMs { get; set; } = 5;

    /// <summary>How many writes may wait for a commit. One more is refused as overloaded.</summary>
    public int MaxQueuedWrites { get; set; } = 16_384;
}
