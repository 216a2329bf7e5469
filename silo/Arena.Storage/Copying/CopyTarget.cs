using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Arena.Storage.Configuration;
using Arena.Storage.Postgres;
using Arena.Storage.Startup;
using Npgsql;

namespace Arena.Storage.Copying;

/// <summary>
/// The PostgreSQL database that a copy fills. A table of the copy's own says that one is under way, and from where; it is made before the
/// first row and dropped after the last check, so a database without it is either empty or in use.
/// </summary>
[SuppressMessage("Security", "CA2100", Justification = "Names from the model, values are parameters")]
internal sealed class CopyTarget(PostgresDatabase database, NpgsqlConnection connection) : IAsyncDisposable
{
    private const string Marker = PostgresStartup.CopyMarker;

    // Any other number than the migrations' lock: "ArenaC" in ASCII.
    private const long CopyLock = 0x4172656E6143;

    public string Name => database.Name;

    public static async Task<CopyTarget> OpenAsync(PostgresDatabase database, CancellationToken cancel)
    {
        var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var take = connection.Command("SELECT pg_try_advisory_lock($1)", CopyLock);
        if (await take.ExecuteScalarAsync(cancel) is true)
            return new(database, connection);
        await connection.DisposeAsync();
        throw new StorageException($"Another copy to {database.Name} is running. Wait until it has ended.");
    }

    /// <summary>Begins a copy in an empty database, or resumes one from the same file.</summary>
    /// <returns>Whether it resumes.</returns>
    /// <exception cref="StorageException">The database holds something else.</exception>
    public async Task<bool> BeginAsync(string source, List<CopyTable> tables, CancellationToken cancel)
    {
        if (await ScalarAsync("SELECT to_regclass($1)::text", cancel, Marker) is string)
        {
            var begun = await ScalarAsync($"SELECT source FROM {Marker}", cancel);
            return begun is string same && same == source
                ? true
                : throw new StorageException($"The database {Name} holds a part of a copy of '{begun}'. Go on with that file, or give an empty database.");
        }
        foreach (var table in tables)
        {
            if (await ScalarAsync($"SELECT EXISTS (SELECT FROM \"{table.Name}\")", cancel) is true)
            {
                throw new StorageException($"The database {Name} is not empty: its table '{table.Name}' has rows, and they are not those of a copy "
                    + "that was interrupted. Nothing was changed. Give an empty database.");
            }
        }
        await ScalarAsync($"CREATE TABLE {Marker} AS SELECT $1 AS source", cancel, source);
        return false;
    }

    public async Task EndAsync(CancellationToken cancel) => await ScalarAsync($"DROP TABLE {Marker}", cancel);

    /// <summary>The key of the last row that arrived, or null: rows arrive in the order of their keys.</summary>
    public async Task<List<object>?> LastKeyAsync(CopyTable table, CancellationToken cancel)
    {
        var key = string.Join(", ", table.Key.Select(column => column.Quoted));
        var order = string.Join(", ", table.Key.Select(column => $"{column.PostgresOrder} DESC"));
        await using var select = connection.Command($"SELECT {key} FROM \"{table.Name}\" ORDER BY {order} LIMIT 1");
        await using var reader = await select.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? [.. table.Key.Select((column, i) => column.Read(reader, i)!)] : null;
    }

    /// <summary>Writes the next rows of a reader, all or none.</summary>
    /// <returns>How many; fewer than asked for at the end.</returns>
    public async Task<int> WriteAsync(CopyTable table, DbDataReader rows, int most, CancellationToken cancel)
    {
        var written = 0;
        await using var import = await connection.BeginBinaryImportAsync(
            $"COPY \"{table.Name}\" ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancel);
        for (; written < most && await rows.ReadAsync(cancel); written++)
        {
            await import.StartRowAsync(cancel);
            for (var i = 0; i < table.Columns.Count; i++)
            {
                if (table.Columns[i].Read(rows, i) is { } value)
                    await import.WriteAsync(value, table.Columns[i].Type, cancel);
                else
                    await import.WriteNullAsync(cancel);
            }
        }
        await import.CompleteAsync(cancel);
        return written;
    }

    /// <summary>New rows are numbered after the copied ones.</summary>
    public async Task AdvanceSequenceAsync(CopyTable table, CancellationToken cancel)
    {
        if (table.Sequence is not null)
            await ScalarAsync($"SELECT setval('{table.Sequence}', max({table.Key[0].Quoted})) FROM \"{table.Name}\"", cancel);
    }

    public async Task<TableDigest> DigestAsync(CopyTable table, CancellationToken cancel)
    {
        var order = string.Join(", ", table.Key.Select(column => column.PostgresOrder));
        await using var select = connection.Command($"SELECT {table.ColumnList} FROM \"{table.Name}\" ORDER BY {order}");
        select.CommandTimeout = 0;
        await using var reader = await select.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancel);
        return await TableDigest.OfAsync(reader, table, cancel);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = connection.Command(sql, values);
        return await command.ExecuteScalarAsync(cancel);
    }
}
