using Arena.Storage.Writing;

namespace Arena.Storage.Sqlite;

/// <summary>Queues with the games' writes: a connection of its own would compete for the one lock, and journals would wait for it.</summary>
internal sealed class SqliteBatchWriter(SqliteWriter writer) : IBatchWriter
{
    public Task<int> WriteAsync(IReadOnlyList<BatchStatement> statements, CancellationToken cancel) => writer.WriteAsync(
        connection => statements.Sum(statement => connection.Execute(statement)), entries: 0, cancel);

    public Task<bool> TryWriteAsync(BatchStatement claim, IReadOnlyList<BatchStatement> statements, CancellationToken cancel) => writer.WriteAsync(
        connection =>
        {
            if (connection.Execute(claim) == 0)
                return false;
            foreach (var statement in statements)
                connection.Execute(statement);
            return true;
        },
        entries: 0, cancel);
}
