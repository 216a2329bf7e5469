using System.Diagnostics.CodeAnalysis;
using Arena.Storage.Writing;
using Npgsql;

namespace Arena.Storage.Postgres;

/// <summary>A transaction of its own, sent as one message: it locks nothing but the rows that it writes.</summary>
internal sealed class PostgresBatchWriter(PostgresDatabase database) : IBatchWriter
{
    [SuppressMessage("Security", "CA2100", Justification = "Constant texts, values are parameters")]
    public async Task<int> WriteAsync(IReadOnlyList<BatchStatement> statements, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            foreach (var value in statement.Values)
                command.Parameters.Add(new() { Value = value });
            batch.BatchCommands.Add(command);
        }
        var changed = await batch.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
        return changed;
    }
}
