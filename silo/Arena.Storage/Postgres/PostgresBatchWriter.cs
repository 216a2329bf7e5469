namespace Arena.Storage;

/// <summary>A transaction of its own: it locks nothing but the rows that it writes.</summary>
internal sealed class PostgresBatchWriter(PostgresDatabase database) : IBatchWriter
{
    public async Task<int> WriteAsync(IReadOnlyList<BatchStatement> statements, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var changed = 0;
        foreach (var statement in statements)
        {
            await using var command = connection.Command(statement.Sql, statement.Values);
            changed += await command.ExecuteNonQueryAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
        return changed;
    }
}
