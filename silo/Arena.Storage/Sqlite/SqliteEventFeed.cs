using Arena.Grains.Ports;

namespace Arena.Storage.Sqlite;

/// <summary>The feed on SQLite, where one transaction at a time writes: positions are in the order of the commits.</summary>
internal sealed class SqliteEventFeed(SqliteDatabase database) : IEventFeed
{
    // On the pool: SQLite blocks.
    public Task<IReadOnlyList<FeedEntry>> ReadAsync(long after, int limit, CancellationToken cancel) =>
        Task.Run<IReadOnlyList<FeedEntry>>(() => Read(after, limit), cancel);

    private List<FeedEntry> Read(long after, int limit)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT id, session_id, version, type, payload_json, created_at FROM event_log WHERE id > $after ORDER BY id LIMIT $limit
            """;
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var entries = new List<FeedEntry>();
        while (reader.Read())
            entries.Add(new(reader.GetInt64(0), reader.GetGuid(1), reader.GetInt64(2), new(reader.GetString(3), reader.GetString(4), reader.GetInt64(5))));
        return entries;
    }
}
