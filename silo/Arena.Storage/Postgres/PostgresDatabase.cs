using Arena.Grains.Ports;
using Arena.Storage.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Arena.Storage.Postgres;

/// <summary>The configured PostgreSQL database and its pool of connections.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable, IDisposable
{
    public const string Key = $"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}";

    public PostgresDatabase(IOptions<StorageOptions> options, ILoggerFactory loggers)
    {
        var parts = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString);
        parts.ApplicationName ??= "arena";
        // An acknowledged write must survive a power cut, regardless of the server's default.
        parts.Options = $"{parts.Options} -c synchronous_commit=on".TrimStart();
        Name = $"{parts.Host}:{parts.Port}/{parts.Database}";
        Source = new NpgsqlDataSourceBuilder(parts.ConnectionString).UseLoggerFactory(loggers).Build();
    }

    /// <summary>Host, port and database, for people.</summary>
    public string Name { get; }

    public NpgsqlDataSource Source { get; }

    /// <summary>A connection of the pool.</summary>
    /// <exception cref="JournalUnavailableException">The server cannot be reached, or all connections are in use.</exception>
    public async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancel)
    {
        try
        {
            return await Source.OpenConnectionAsync(cancel);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            throw new JournalUnavailableException($"{Name}: {exception.Message}", exception);
        }
    }

    public void Dispose() => Source.Dispose();

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
