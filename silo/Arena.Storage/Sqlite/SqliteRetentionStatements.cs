using Arena.Storage.Retention;

namespace Arena.Storage.Sqlite;

/// <summary>On SQLite they queue with the games' writes: a connection of their own would compete for the one lock.</summary>
internal sealed class SqliteRetentionStatements(SqliteWriter writer) : IRetentionStatements
{
    public Task<int> ExecuteAsync(string sql, params object[] values) => writer.WriteAsync(
        // SQLite marks numbered parameters with another sign.
        statements => statements.Execute(sql.Replace('$', '?'), values), entries: 0, CancellationToken.None);
}
