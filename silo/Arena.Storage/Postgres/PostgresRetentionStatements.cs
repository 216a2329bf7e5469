using Arena.Storage.Retention;

namespace Arena.Storage.Postgres;

/// <summary>On PostgreSQL they lock nothing but the rows that they delete.</summary>
internal sealed class PostgresRetentionStatements(PostgresDatabase database) : IRetentionStatements
{
    public async Task<int> ExecuteAsync(string sql, params object[] values)
    {
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        await using var command = connection.Command(sql, values);
        return await command.ExecuteNonQueryAsync();
    }
}
