using Arena.Grains.Ports;
using Microsoft.Data.Sqlite;

namespace Arena.Storage.Sqlite;

/// <summary>The feed on SQLite, where one transaction at a time writes: positions are in the order of the commits.</summary>
internal sealed class SqliteEventFeed(SqliteDatabase database) : IEventFeed
{
    private const string Columns = "id, session_id, version, type, payload_json, created_at";

    // The last hexadecimal digit of the session's id, as EventQueues.Of has it.
    private static readonly string OfQueue = $"""
        SELECT {Columns} FROM event_log
        WHERE id > $after AND id <= $head AND instr('123456789ABCDEF', substr(session_id, -1)) & {EventQueues.Count - 1} = $queue
        ORDER BY id LIMIT $limit
        """;

    private const string OfSession = $"SELECT {Columns} FROM event_log WHERE session_id = $session AND version > $after ORDER BY version LIMIT $limit";

    // On the pool: SQLite blocks.
    public Task<FeedPage> ReadAsync(int queue, long after, int limit, CancellationToken cancel) => Task.Run(
        () =>
        {
            using var connection = database.Open();
            var head = (long)connection.Scalar("SELECT coalesce(max(id), 0) FROM event_log")!;
            if (head <= after)
                return new FeedPage([], after, IsHeldBack: false);
            var events = Read(connection, OfQueue, new("$after", after), new("$head", head), new("$queue", queue), new("$limit", limit));
            return new FeedPage(events, events.Count == limit ? events[^1].Position : head, IsHeldBack: false);
        },
        cancel);

    public Task<IReadOnlyList<SessionEvent>> ReadSessionAsync(Guid sessionId, long afterVersion, int limit, CancellationToken cancel) =>
        Task.Run<IReadOnlyList<SessionEvent>>(
            () =>
            {
                using var connection = database.Open();
                return Read(connection, OfSession, new("$session", sessionId), new("$after", afterVersion), new("$limit", limit));
            },
            cancel);

    private static List<SessionEvent> Read(SqliteConnection connection, string sql, params SqliteParameter[] values)
    {
        using var command = connection.Command(sql);
        command.Parameters.AddRange(values);
        using var reader = command.ExecuteReader();
        var events = new List<SessionEvent>();
        while (reader.Read())
            events.Add(new(reader.GetInt64(0), reader.GetGuid(1), reader.GetInt64(2), reader.GetString(3), reader.GetString(4), reader.GetInt64(5)));
        return events;
    }
}
