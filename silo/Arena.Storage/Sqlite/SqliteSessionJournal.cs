using Arena.GrainInterfaces;
using Arena.Grains.Ports;
using Arena.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace Arena.Storage.Sqlite;

/// <summary>The journal on SQLite. Writes go through <see cref="SqliteWriter"/>, reads have connections of their own.</summary>
internal sealed class SqliteSessionJournal(SqliteWriter writer, SqliteDatabase database, EventSignal signal, StorageMetrics metrics) : ISessionJournal
{
    public async Task<CreateResult> CreateAsync(NewSession session, JournalEntry first, CancellationToken cancel)
    {
        var result = await writer.WriteAsync(statements => SqliteJournalWrites.Create(statements, session, first), entries: 1, cancel);
        if (result == CreateResult.Created)
            signal.Committed(session.SessionId);
        return result;
    }

    public async Task<OpenedJournal?> OpenAsync(string code, CancellationToken cancel)
    {
        if (await writer.WriteAsync(statements => SqliteJournalWrites.RaiseEpoch(statements, code), entries: 0, cancel) is not { } head)
            return null;
        // No earlier epoch can append any more, so the events up to this version are complete. On the pool: SQLite blocks.
        return await Task.Run(() => Read(head), cancel);
    }

    public Task<IReadOnlyList<JournalEntry>> ReadAsync(Guid sessionId, long upTo, CancellationToken cancel) => Task.Run<IReadOnlyList<JournalEntry>>(
        () =>
        {
            using var connection = database.Open();
            return ReadEntries(connection, sessionId, after: 0, upTo);
        },
        cancel);

    public Task KeepSnapshotAsync(Guid sessionId, SessionSnapshot snapshot, CancellationToken cancel) => writer.WriteAsync(
        statements => SqliteJournalWrites.KeepSnapshot(statements, sessionId, snapshot), entries: 0, cancel);

    public async Task<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfZero(append.Entries.Count);
        var result = await writer.WriteAsync(
            statements => SqliteJournalWrites.Append(statements, append), append.Entries.Count, cancel);
        if (result == AppendResult.Fenced)
            metrics.Fenced();
        else
            signal.Committed(append.SessionId);
        return result;
    }

    public Task<bool> IsOwnedAsync(Guid sessionId, long epoch, CancellationToken cancel) =>
        AnyAsync("SELECT 1 FROM game_session WHERE id = $session AND epoch = $epoch", cancel, new("$session", sessionId), new("$epoch", epoch));

    public Task<bool> IsLiveAsync(Guid sessionId, CancellationToken cancel) =>
        AnyAsync("SELECT 1 FROM game_session WHERE id = $session AND status = 'Live'", cancel, new SqliteParameter("$session", sessionId));

    public Task<IReadOnlyList<LiveSession>> LiveSessionsAsync(CancellationToken cancel) => Task.Run<IReadOnlyList<LiveSession>>(
        () =>
        {
            using var connection = database.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT code, epoch FROM game_session WHERE status = 'Live' AND code NOT LIKE '{SoloCode.Prefix}%' ORDER BY code";
            using var reader = command.ExecuteReader();
            var sessions = new List<LiveSession>();
            while (reader.Read())
                sessions.Add(new(reader.GetString(0), reader.GetInt64(1)));
            return sessions;
        },
        cancel);

    private Task<bool> AnyAsync(string sql, CancellationToken cancel, params SqliteParameter[] values) => Task.Run(
        () =>
        {
            using var connection = database.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddRange(values);
            return command.ExecuteScalar() is not null;
        },
        cancel);

    private OpenedJournal Read(JournalHead head)
    {
        using var connection = database.Open();
        var snapshot = ReadSnapshot(connection, head);
        var entries = ReadEntries(connection, head.SessionId, snapshot?.Version ?? 0, head.Version);
        return new(head.SessionId, head.Epoch, head.Version, entries, snapshot);
    }

    private static SessionSnapshot? ReadSnapshot(SqliteConnection connection, JournalHead head)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT version, created_at, type, payload FROM session_snapshot WHERE session_id = $session AND version <= $version";
        command.Parameters.AddWithValue("$session", head.SessionId);
        command.Parameters.AddWithValue("$version", head.Version);
        using var reader = command.ExecuteReader();
        return reader.Read() ? new(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3)) : null;
    }

    private static List<JournalEntry> ReadEntries(SqliteConnection connection, Guid sessionId, long after, long upTo)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT type, payload_json, created_at FROM event_log
            WHERE session_id = $session AND version > $after AND version <= $upTo ORDER BY version
            """;
        command.Parameters.AddWithValue("$session", sessionId);
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$upTo", upTo);
        using var reader = command.ExecuteReader();
        List<JournalEntry> entries = [];
        while (reader.Read())
            entries.Add(new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        return entries;
    }
}
