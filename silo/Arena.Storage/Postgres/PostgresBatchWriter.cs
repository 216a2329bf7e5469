using System.Diagnostics.CodeAnalysis;
using Arena.Storage.Writing;
using Npgsql;

namespace Arena.Storage.Postgres;

/// <summary>A transaction of its own, sent as one message: it locks nothing but the rows that it writes.</summary>
internal sealed class PostgresBatchWriter(PostgresDatabase database) : IBatchWriter
{
    public async Task<int> WriteAsync(IReadOnlyList<BatchStatement> statements, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var changed = await ExecuteAsync(transaction, statements, cancel);
        await transaction.CommitAsync(cancel);
        return changed;
    }

    public async Task<bool> TryWriteAsync(BatchStatement claim, IReadOnlyList<BatchStatement> statements, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (await ExecuteAsync(transaction, [claim], cancel) == 0)
            return false;
        if (statements.Count > 0)
            await ExecuteAsync(transaction, statements, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    [SuppressMessage("Security", "CA2100", Justification = "Constant texts, values are parameters")]
    private static async Task<int> ExecuteAsync(NpgsqlTransaction transaction, IReadOnlyList<BatchStatement> statements, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            foreach (var value in statement.Values)
                command.Parameters.Add(new() { Value = value });
            batch.BatchCommands.Add(command);
        }
        return await batch.ExecuteNonQueryAsync(cancel);
    }
}
