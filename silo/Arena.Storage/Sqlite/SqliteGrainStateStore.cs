namespace Arena.Storage;

/// <summary>Grain states on SQLite. Writes share the journal's commits, so neither waits for the other's lock.</summary>
internal sealed class SqliteGrainStateStore(SqliteWriter writer, SqliteDatabase database) : IGrainStateStore
{
    // On the pool: SQLite blocks.
    public Task<StoredGrainState?> ReadAsync(GrainStateKey key) => Task.Run(() =>
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT payload_json, etag FROM grain_state WHERE provider = $provider AND type = $type AND key = $key";
        command.Parameters.AddWithValue("$provider", key.Provider);
        command.Parameters.AddWithValue("$type", key.Type);
        command.Parameters.AddWithValue("$key", key.Key);
        using var reader = command.ExecuteReader();
        return reader.Read() ? new StoredGrainState(reader.GetString(0), reader.GetInt64(1)) : null;
    });

    public Task<bool> InsertAsync(GrainStateKey key, StoredGrainState state) => WriteAsync(
        "INSERT INTO grain_state (provider, type, key, payload_json, etag) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
        key.Provider, key.Type, key.Key, state.PayloadJson, state.Etag);

    public Task<bool> UpdateAsync(GrainStateKey key, string payloadJson, long expectedEtag) => WriteAsync(
        "UPDATE grain_state SET payload_json = ?4, etag = etag + 1 WHERE provider = ?1 AND type = ?2 AND key = ?3 AND etag = ?5",
        key.Provider, key.Type, key.Key, payloadJson, expectedEtag);

    public Task<bool> DeleteAsync(GrainStateKey key, long expectedEtag) => WriteAsync(
        "DELETE FROM grain_state WHERE provider = ?1 AND type = ?2 AND key = ?3 AND etag = ?4",
        key.Provider, key.Type, key.Key, expectedEtag);

    private Task<bool> WriteAsync(string sql, params object[] values) =>
        writer.WriteAsync(statements => statements.Execute(sql, values) == 1, entries: 1, CancellationToken.None);
}
