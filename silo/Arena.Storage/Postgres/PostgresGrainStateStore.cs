namespace Arena.Storage;

/// <summary>Grain states on PostgreSQL, one statement each: the server groups the commits of its connections by itself.</summary>
internal sealed class PostgresGrainStateStore(PostgresDatabase database) : IGrainStateStore
{
    public async Task<StoredGrainState?> ReadAsync(GrainStateKey key)
    {
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        await using var command = connection.Command(
            "SELECT payload_json, etag FROM grain_state WHERE provider = $1 AND type = $2 AND key = $3", key.Provider, key.Type, key.Key);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? new(reader.GetString(0), reader.GetInt64(1)) : null;
    }

    public Task<bool> InsertAsync(GrainStateKey key, StoredGrainState state) => WriteAsync(
        "INSERT INTO grain_state (provider, type, key, payload_json, etag) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        key.Provider, key.Type, key.Key, state.PayloadJson, state.Etag);

    public Task<bool> UpdateAsync(GrainStateKey key, string payloadJson, long expectedEtag) => WriteAsync(
        "UPDATE grain_state SET payload_json = $4, etag = etag + 1 WHERE provider = $1 AND type = $2 AND key = $3 AND etag = $5",
        key.Provider, key.Type, key.Key, payloadJson, expectedEtag);

    public Task<bool> DeleteAsync(GrainStateKey key, long expectedEtag) => WriteAsync(
        "DELETE FROM grain_state WHERE provider = $1 AND type = $2 AND key = $3 AND etag = $4",
        key.Provider, key.Type, key.Key, expectedEtag);

    private async Task<bool> WriteAsync(string sql, params object[] values)
    {
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        await using var command = connection.Command(sql, values);
        return await command.ExecuteNonQueryAsync() == 1;
    }
}
