using Arena.GrainInterfaces;
using Arena.Grains.Ports;
using Arena.Storage.Writing;
using Npgsql;

namespace Arena.Storage.Postgres;

/// <summary>The journal on PostgreSQL. Appends go through <see cref="PostgresWriter"/>; creating and opening are rare and go by themselves.</summary>
internal sealed class PostgresSessionJournal(PostgresWriter writer, PostgresDatabase database, EventSignal signal, StorageMetrics metrics) : ISessionJournal
{
    private const string Create = """
        WITH created AS (
            INSERT INTO game_session (id, quiz_id, code, status, created_at, config_json, host_id, epoch, version)
            VALUES ($1, $2, $3, 'Live', $4, $5, $9, 1, 1)
            ON CONFLICT DO NOTHING
            RETURNING id
        )
        INSERT INTO event_log (session_id, version, epoch, type, payload_json, created_at)
        SELECT id, 1, 1, $6, $7, $8 FROM created
        """;

    private const string KeepNewest = """
        INSERT INTO session_snapshot (session_id, version, type, payload, created_at)
        SELECT id, $2, $3, $4, $5 FROM game_session WHERE id = $1 AND status = 'Live'
        ON CONFLICT (session_id) DO UPDATE SET
            version = excluded.version, type = excluded.type, payload = excluded.payload, created_at = excluded.created_at
        WHERE excluded.version > session_snapshot.version
        """;

    public async Task<CreateResult> CreateAsync(NewSession session, JournalEntry first, CancellationToken cancel)
    {
        var result = await InsertAsync(session, first, cancel);
        if (result == CreateResult.Created)
            signal.Committed(session.SessionId);
        return result;
    }

    private Task<CreateResult> InsertAsync(NewSession session, JournalEntry first, CancellationToken cancel) => WriteAsync(
        async connection =>
        {
            await using var create = connection.Command(Create,
                session.SessionId, session.QuizId, session.Code, session.CreatedAtMs, session.SettingsJson,
                first.Type, first.PayloadJson, first.AtMs, session.HostId ?? (object)DBNull.Value);
            if (await create.ExecuteNonQueryAsync(cancel) > 0)
                return CreateResult.Created;
            // Someone was there before: this session, or another one with the code.
            await using var exists = connection.Command("SELECT 1 FROM game_session WHERE id = $1", session.SessionId);
            return await exists.ExecuteScalarAsync(cancel) is null ? CreateResult.CodeTaken : CreateResult.Exists;
        },
        cancel);

    public async Task<OpenedJournal?> OpenAsync(string code, CancellationToken cancel)
    {
        if (await WriteAsync(connection => RaiseEpochAsync(connection, code, cancel), cancel) is not { } head)
            return null;
        // No earlier epoch can append any more, so the events up to this version are complete.
        await using var connection = await database.ConnectAsync(cancel);
        var snapshot = await ReadSnapshotAsync(connection, head, cancel);
        var entries = await ReadEntriesAsync(connection, head.SessionId, snapshot?.Version ?? 0, head.Version, cancel);
        return new(head.SessionId, head.Epoch, head.Version, entries, snapshot);
    }

    public async Task<IReadOnlyList<JournalEntry>> ReadAsync(Guid sessionId, long upTo, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(cancel);
        return await ReadEntriesAsync(connection, sessionId, after: 0, upTo, cancel);
    }

    public Task KeepSnapshotAsync(Guid sessionId, SessionSnapshot snapshot, CancellationToken cancel) => WriteAsync(
        async connection =>
        {
            await using var keep = connection.Command(
                KeepNewest, sessionId, snapshot.Version, snapshot.Type, snapshot.Payload, snapshot.AtMs);
            return await keep.ExecuteNonQueryAsync(cancel);
        },
        cancel);

    public async Task<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfZero(append.Entries.Count);
        var result = await writer.AppendAsync(append, cancel);
        if (result == AppendResult.Fenced)
            metrics.Fenced();
        else
            signal.Committed(append.SessionId);
        return result;
    }

    public Task<bool> IsOwnedAsync(Guid sessionId, long epoch, CancellationToken cancel) =>
        AnyAsync("SELECT 1 FROM game_session WHERE id = $1 AND epoch = $2", cancel, sessionId, epoch);

    public Task<bool> IsLiveAsync(Guid sessionId, CancellationToken cancel) =>
        AnyAsync("SELECT 1 FROM game_session WHERE id = $1 AND status = 'Live'", cancel, sessionId);

    public async Task<IReadOnlyList<LiveSession>> LiveSessionsAsync(CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(cancel);
        await using var select = connection.Command($"SELECT code, epoch FROM game_session WHERE status = 'Live' AND code NOT LIKE '{SoloCode.Prefix}%' ORDER BY code");
        await using var reader = await select.ExecuteReaderAsync(cancel);
        var sessions = new List<LiveSession>();
        while (await reader.ReadAsync(cancel))
            sessions.Add(new(reader.GetString(0), reader.GetInt64(1)));
        return sessions;
    }

    private async Task<bool> AnyAsync(string sql, CancellationToken cancel, params object[] values)
    {
        await using var connection = await database.ConnectAsync(cancel);
        await using var select = connection.Command(sql, values);
        return await select.ExecuteScalarAsync(cancel) is not null;
    }

    private static async Task<SessionSnapshot?> ReadSnapshotAsync(NpgsqlConnection connection, JournalHead head, CancellationToken cancel)
    {
        await using var select = connection.Command(
            "SELECT version, created_at, type, payload FROM session_snapshot WHERE session_id = $1 AND version <= $2", head.SessionId, head.Version);
        await using var reader = await select.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? new(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3))
            : null;
    }

    private static async Task<List<JournalEntry>> ReadEntriesAsync(
        NpgsqlConnection connection, Guid sessionId, long after, long upTo, CancellationToken cancel)
    {
        await using var select = connection.Command(
            """
            SELECT type, payload_json, created_at FROM event_log
            WHERE session_id = $1 AND version > $2 AND version <= $3 ORDER BY version
            """,
            sessionId, after, upTo);
        await using var reader = await select.ExecuteReaderAsync(cancel);
        List<JournalEntry> entries = [];
        while (await reader.ReadAsync(cancel))
            entries.Add(new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        return entries;
    }

    private static async Task<JournalHead?> RaiseEpochAsync(NpgsqlConnection connection, string code, CancellationToken cancel)
    {
        await using var update = connection.Command(
            "UPDATE game_session SET epoch = epoch + 1 WHERE code = $1 AND status = 'Live' RETURNING id, epoch, version", code);
        await using var reader = await update.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new(reader.GetGuid(0), reader.GetInt64(1), reader.GetInt64(2)) : null;
    }

    private async Task<T> WriteAsync<T>(Func<NpgsqlConnection, Task<T>> write, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(cancel);
        try
        {
            return await write(connection);
        }
        catch (NpgsqlException exception)
        {
            throw exception.ToJournalFailure(database.Name);
        }
    }
}
