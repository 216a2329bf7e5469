using Arena.Grains.Ports;
using Npgsql;

namespace Arena.Storage.Postgres;

/// <summary>The feed on PostgreSQL, where several silos write at once and positions, drawn from a sequence, commit out of order.</summary>
/// <remarks>
/// The horizon is the last position up to which every transaction has ended. It is found without holding up any writer:
/// <list type="number">
/// <item>Read the sequence: positions drawn by now are at most S.</item>
/// <item>Then list the transactions that hold the lock which an insert into the log takes before it draws a position, and which a
/// transaction gives up after its commit can be seen. Each open transaction that drew a position up to S is among them.</item>
/// <item>As soon as a later list has none of them, every entry up to S that will ever exist can be seen.</item>
/// </list>
/// If the first list is empty, that holds at once. Otherwise S is kept until a later read finds it reached. Unlike a horizon of
/// transaction ids (pg_snapshot_xmin), writers of other tables and databases do not hold it back, and a dump can be restored elsewhere.
/// </remarks>
internal sealed class PostgresEventFeed(PostgresDatabase database) : IEventFeed
{
    private const string Columns = "id, session_id, version, type, payload_json, created_at";

    private static readonly string OfQueue = $"""
        SELECT {Columns} FROM event_log
        WHERE id > $1 AND id <= $2 AND get_byte(uuid_send(session_id), 15) & {EventQueues.Count - 1} = $3 ORDER BY id LIMIT $4
        """;

    private const string OfSession = $"SELECT {Columns} FROM event_log WHERE session_id = $1 AND version > $2 ORDER BY version LIMIT $3";

    private Horizon _horizon = new(Safe: 0, Candidate: 0, []);

    public async Task<FeedPage> ReadAsync(int queue, long after, int limit, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(cancel);
        var (safe, drawn) = await AdvanceAsync(connection, cancel);
        if (safe <= after)
            return new([], after, IsHeldBack: safe < drawn);
        var events = await ReadAsync(connection.Command(OfQueue, after, safe, queue, limit), cancel);
        return new(events, events.Count == limit ? events[^1].Position : safe, IsHeldBack: safe < drawn);
    }

    public async Task<IReadOnlyList<SessionEvent>> ReadSessionAsync(Guid sessionId, long afterVersion, int limit, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(cancel);
        return await ReadAsync(connection.Command(OfSession, sessionId, afterVersion, limit), cancel);
    }

    private static async Task<List<SessionEvent>> ReadAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        await using var select = command;
        await using var reader = await select.ExecuteReaderAsync(cancel);
        var events = new List<SessionEvent>();
        while (await reader.ReadAsync(cancel))
            events.Add(new(reader.GetInt64(0), reader.GetGuid(1), reader.GetInt64(2), reader.GetString(3), reader.GetString(4), reader.GetInt64(5)));
        return events;
    }

    private async Task<(long Safe, long Drawn)> AdvanceAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        // Taken before the lists are read: a candidate that another reader stores after that may have writers that our list is too old to show.
        var known = _horizon;
        // Two statements, because the order matters.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM event_log_id_seq"),
                new("""
                    SELECT virtualtransaction FROM pg_locks
                    WHERE locktype = 'relation' AND relation = 'event_log'::regclass AND mode = 'RowExclusiveLock' AND granted
                        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                    """),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var drawn = reader.GetInt64(0);
        await reader.NextResultAsync(cancel);
        var writers = new HashSet<string>();
        while (await reader.ReadAsync(cancel))
            writers.Add(reader.GetString(0));
        // Readers may overwrite each other's horizon here. Each is true, only perhaps not the newest.
        var next = known.Advance(drawn, writers);
        _horizon = next;
        return (next.Safe, drawn);
    }

    /// <param name="Safe">Every entry up to here that will ever exist can be seen.</param>
    /// <param name="Candidate">Will be safe when none of the writers runs any more.</param>
    /// <param name="Writers">Those that may have drawn a position up to the candidate.</param>
    private sealed record Horizon(long Safe, long Candidate, HashSet<string> Writers)
    {
        public Horizon Advance(long drawn, HashSet<string> writers) =>
            writers.Count == 0 ? new(drawn, drawn, [])
            : !writers.Overlaps(Writers) ? new(Candidate, drawn, writers)
            : this;
    }
}
