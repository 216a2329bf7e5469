using Arena.Storage.Writing;

namespace Arena.Storage.Sqlite;

/// <summary>Queues with the games' writes: a connection of its own would compete for the one lock, and journals would wait for it.</summary>
internal sealed class SqliteBatchWriter(SqliteWriter writer) : IBatchWriter
{
    public Task<int> WriteAsync(IReadOnlyList<BatchStatement> statements, CancellationToken cancel) => writer.WriteAsync(
        connection => statements.Sum(statement => connection.Execute(statement)), entries: 0, cancel);
}
