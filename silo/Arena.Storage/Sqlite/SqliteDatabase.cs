using Arena.Storage.Configuration;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Arena.Storage.Sqlite;

/// <summary>The file and how every connection to it is set up.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    /// <summary>
    /// SQLite waits this long for another connection's transaction. Without it the provider would poll with pauses of 150 ms.
    /// FULL: a commit in WAL mode is synced before it is reported.
    /// </summary>
    public const string ConnectionSetup = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL;";

    private readonly SqliteConnectionStringBuilder _connectionString;

    public SqliteDatabase(IOptions<StorageOptions> options, IHostEnvironment host)
    {
        ConfiguredPath = options.Value.Path;
        FullPath = Path.GetFullPath(ConfiguredPath, host.ContentRootPath);
        _connectionString = new() { DataSource = FullPath, ForeignKeys = true };
    }

    public string ConfiguredPath { get; }

    public string FullPath { get; }

    public string ConnectionString => _connectionString.ConnectionString;

    /// <summary>A pooled connection, for reading.</summary>
    public SqliteConnection Open() => Open(ConnectionString);

    /// <summary>A connection that is the opener's alone and gone when closed.</summary>
    public SqliteConnection OpenOwn(SqliteOpenMode mode) =>
        Open(new SqliteConnectionStringBuilder(ConnectionString) { Pooling = false, Mode = mode }.ConnectionString);

    /// <summary>Closes the idle connections, so that the write-ahead log is folded into the file: then the file alone is the database.</summary>
    public void Dispose()
    {
        using var any = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(any);
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute(ConnectionSetup);
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }
}
