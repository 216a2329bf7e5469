using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Arena.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace Arena.Storage.Sqlite;

/// <summary>The writer's connection with the statements it has prepared. Parameters are numbered: <c>?1</c>, <c>?2</c>, ...</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = [];
    private readonly Dictionary<string, SqliteBulkStatement> _bulk = [];

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>Runs a statement of <see cref="IBatchWriter"/>, which marks parameters with another sign, and returns how many rows it changed.</summary>
    public int Execute(BatchStatement statement)
    {
        if (!_bulk.TryGetValue(statement.Sql, out var prepared))
            _bulk.Add(statement.Sql, prepared = new(connection.Handle!, statement.Sql.Replace('$', '?')));
        return prepared.Run(statement.Values);
    }

    /// <summary>Runs a statement and returns its rows. To be disposed before the next statement.</summary>
    public SqliteDataReader Query(string sql, params ReadOnlySpan<object> values) => Bind(sql, values).ExecuteReader();

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        foreach (var statement in _bulk.Values)
            statement.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
            _prepared.Add(sql, command = Prepare(sql, values.Length));
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command;
    }

    [SuppressMessage("Security", "CA2100", Justification = "Constant texts, values are parameters")]
    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"?{i}") });
        return command;
    }
}
