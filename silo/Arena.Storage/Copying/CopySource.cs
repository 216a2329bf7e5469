using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Arena.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Arena.Storage.Copying;

/// <summary>The SQLite file that is copied, as it was when the copy began: one reading transaction.</summary>
[SuppressMessage("Security", "CA2100", Justification = "Names from the model, values are parameters")]
internal sealed class CopySource : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _snapshot;

    public CopySource(SqliteDatabase database)
    {
        _connection = database.OpenOwn(SqliteOpenMode.ReadWrite);
        _snapshot = _connection.BeginTransaction(deferred: true);
    }

    /// <summary>The rows that follow a key, in the key's order; all of them without one.</summary>
    public DbDataReader Read(CopyTable table, IReadOnlyList<object>? after)
    {
        var key = string.Join(", ", table.Key.Select(column => column.Quoted));
        // Gone with the connection: the reader needs it.
        var command = _connection.CreateCommand();
        command.Transaction = _snapshot;
        var where = "";
        if (after is not null)
        {
            where = $"WHERE ({key}) > ({string.Join(", ", after.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"$k{i}")))})";
            for (var i = 0; i < after.Count; i++)
                command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"$k{i}"), after[i]);
        }
        command.CommandText = $"SELECT {table.ColumnList} FROM \"{table.Name}\" {where} ORDER BY {key}";
        return command.ExecuteReader();
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        _connection.Dispose();
    }
}
