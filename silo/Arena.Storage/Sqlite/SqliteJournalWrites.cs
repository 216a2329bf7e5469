using Arena.Grains.Ports;
using Arena.Storage.Writing;

namespace Arena.Storage.Sqlite;

/// <summary>What the journal does inside the writer's transaction. The update of <c>game_session</c> is the fence.</summary>
internal static class SqliteJournalWrites
{
    private const string InsertEntry = """
        INSERT INTO event_log (session_id, version, epoch, type, payload_json, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """;

    // Apart from End, because naming the status makes SQLite write the index of live codes each time.
    private const string Advance = """
        UPDATE game_session SET version = ?1, started_at = coalesce(started_at, ?2)
        WHERE id = ?3 AND epoch = ?4 AND version = ?5 AND status = 'Live'
        """;

    private const string End = """
        UPDATE game_session SET version = ?1, started_at = coalesce(started_at, ?2), ended_at = ?6, status = 'Ended'
        WHERE id = ?3 AND epoch = ?4 AND version = ?5 AND status = 'Live'
        """;

    private const string KeepNewest = """
        INSERT INTO session_snapshot (session_id, version, type, payload, created_at)
        SELECT id, ?2, ?3, ?4, ?5 FROM game_session WHERE id = ?1 AND status = 'Live'
        ON CONFLICT (session_id) DO UPDATE SET
            version = excluded.version, type = excluded.type, payload = excluded.payload, created_at = excluded.created_at
        WHERE excluded.version > session_snapshot.version
        """;

    public static CreateResult Create(SqliteStatements statements, NewSession session, JournalEntry first)
    {
        if (Any(statements, "SELECT 1 FROM game_session WHERE id = ?1", session.SessionId))
            return CreateResult.Exists;
        if (Any(statements, "SELECT 1 FROM game_session WHERE code = ?1 AND status = 'Live'", session.Code))
            return CreateResult.CodeTaken;
        statements.Execute(
            """
            INSERT INTO game_session (id, quiz_id, code, status, created_at, config_json, host_id, epoch, version)
            VALUES (?1, ?2, ?3, 'Live', ?4, ?5, ?6, 1, 1)
            """,
            session.SessionId, session.QuizId, session.Code, session.CreatedAtMs, session.SettingsJson, session.HostId ?? (object)DBNull.Value);
        Insert(statements, session.SessionId, version: 1, epoch: 1, first);
        return CreateResult.Created;
    }

    public static JournalHead? RaiseEpoch(SqliteStatements statements, string code)
    {
        using var row = statements.Query(
            "UPDATE game_session SET epoch = epoch + 1 WHERE code = ?1 AND status = 'Live' RETURNING id, epoch, version", code);
        return row.Read() ? new(row.GetGuid(0), row.GetInt64(1), row.GetInt64(2)) : null;
    }

    public static AppendResult Append(SqliteStatements statements, JournalAppend append)
    {
        var last = append.ExpectedVersion + append.Entries.Count;
        var started = append.Changes.StartedAtMs ?? (object)DBNull.Value;
        var owned = append.Changes.EndedAtMs is { } ended
            ? statements.Execute(End, last, started, append.SessionId, append.Epoch, append.ExpectedVersion, ended)
            : statements.Execute(Advance, last, started, append.SessionId, append.Epoch, append.ExpectedVersion);
        if (owned == 0)
            return AppendResult.Fenced;
        var version = append.ExpectedVersion;
        foreach (var entry in append.Entries)
            Insert(statements, append.SessionId, ++version, append.Epoch, entry);
        SqliteProjectionWrites.Write(statements, append.SessionId, append.Changes);
        return AppendResult.Appended;
    }

    /// <returns>Whether it is kept: there was no newer one, and the session is live.</returns>
    public static bool KeepSnapshot(SqliteStatements statements, Guid sessionId, SessionSnapshot snapshot) => statements.Execute(
        KeepNewest, sessionId, snapshot.Version, snapshot.Type, snapshot.Payload.ToArray(), snapshot.AtMs) > 0;

    private static void Insert(SqliteStatements statements, Guid sessionId, long version, long epoch, JournalEntry entry) =>
        statements.Execute(InsertEntry, sessionId, version, epoch, entry.Type, entry.PayloadJson, entry.AtMs);

    private static bool Any(SqliteStatements statements, string sql, object value)
    {
        using var row = statements.Query(sql, value);
        return row.Read();
    }
}
