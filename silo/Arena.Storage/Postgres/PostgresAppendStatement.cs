using Arena.Grains;
using Npgsql;
using NpgsqlTypes;

namespace Arena.Storage;

/// <summary>
/// One statement, and so one transaction and one round trip, for all appends of a batch: the update is the fence, and the entries are
/// inserted for those sessions that passed it, in the order in which they are given.
/// </summary>
/// <remarks>
/// Two things keep the time of a batch proportional to its size. The planner expects few rows of the fence and would join the entries to
/// them by nested loops: IS TRUE makes it look them up in a hash table. And it plans each batch anew, for the batch's size and the table's:
/// a plan that was kept from when the table was empty would scan it once for each append.
/// </remarks>
internal sealed class PostgresAppendStatement : IAsyncDisposable
{
    private const string Sql = """
        WITH append AS (
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6) AS a (session_id, epoch, expected, last, started_at, ended_at)
        ), owned AS (
            UPDATE game_session AS s
            SET version = a.last,
                started_at = coalesce(s.started_at, a.started_at),
                ended_at = a.ended_at,
                status = CASE WHEN a.ended_at IS NULL THEN 'Live' ELSE 'Ended' END
            FROM append AS a
            WHERE s.id = a.session_id AND s.epoch = a.epoch AND s.version = a.expected AND s.status = 'Live'
            RETURNING s.id
        ), written AS (
            INSERT INTO event_log (session_id, version, epoch, type, payload_json, created_at)
            SELECT * FROM unnest($7, $8, $9, $10, $11, $12) AS e (session_id, version, epoch, type, payload_json, created_at)
            WHERE (session_id IN (SELECT id FROM owned)) IS TRUE
        )
        SELECT id FROM owned
        """;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _command;
    private readonly NpgsqlParameter<Guid[]> _sessions = Uuids();
    private readonly NpgsqlParameter<long[]> _epochs = Numbers<long>();
    private readonly NpgsqlParameter<long[]> _expected = Numbers<long>();
    private readonly NpgsqlParameter<long[]> _last = Numbers<long>();
    private readonly NpgsqlParameter<long?[]> _started = Numbers<long?>();
    private readonly NpgsqlParameter<long?[]> _ended = Numbers<long?>();
    private readonly NpgsqlParameter<Guid[]> _entrySessions = Uuids();
    private readonly NpgsqlParameter<long[]> _entryVersions = Numbers<long>();
    private readonly NpgsqlParameter<long[]> _entryEpochs = Numbers<long>();
    private readonly NpgsqlParameter<string[]> _types = Texts();
    private readonly NpgsqlParameter<string[]> _payloads = Texts();
    private readonly NpgsqlParameter<long[]> _times = Numbers<long>();

    public PostgresAppendStatement(NpgsqlConnection connection)
    {
        _connection = connection;
        _command = new(Sql, connection);
        _command.Parameters.AddRange(new NpgsqlParameter[]
        {
            _sessions, _epochs, _expected, _last, _started, _ended,
            _entrySessions, _entryVersions, _entryEpochs, _types, _payloads, _times,
        });
    }

    public async Task PrepareAsync()
    {
        await using var planning = _connection.Command("SET plan_cache_mode = force_custom_plan");
        await planning.ExecuteNonQueryAsync();
        await _command.PrepareAsync();
    }

    /// <summary>Runs the appends, at most one for each session.</summary>
    /// <returns>The sessions that passed the fence.</returns>
    public async Task<HashSet<Guid>> ExecuteAsync(List<PostgresAppend> batch)
    {
        Bind(batch.ConvertAll(pending => pending.Append));
        var owned = new HashSet<Guid>(batch.Count);
        await using var reader = await _command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            owned.Add(reader.GetGuid(0));
        return owned;
    }

    public async ValueTask DisposeAsync()
    {
        await _command.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private void Bind(List<JournalAppend> appends)
    {
        _sessions.TypedValue = [.. appends.Select(append => append.SessionId)];
        _epochs.TypedValue = [.. appends.Select(append => append.Epoch)];
        _expected.TypedValue = [.. appends.Select(append => append.ExpectedVersion)];
        _last.TypedValue = [.. appends.Select(append => append.ExpectedVersion + append.Entries.Count)];
        _started.TypedValue = [.. appends.Select(append => append.Started ? append.Entries[^1].AtMs : (long?)null)];
        _ended.TypedValue = [.. appends.Select(append => append.Ended ? append.Entries[^1].AtMs : (long?)null)];
        _entrySessions.TypedValue = [.. appends.SelectMany(append => append.Entries.Select(_ => append.SessionId))];
        _entryVersions.TypedValue = [.. appends.SelectMany(append => append.Entries.Select((_, i) => append.ExpectedVersion + 1 + i))];
        _entryEpochs.TypedValue = [.. appends.SelectMany(append => append.Entries.Select(_ => append.Epoch))];
        _types.TypedValue = [.. appends.SelectMany(append => append.Entries.Select(entry => entry.Type))];
        _payloads.TypedValue = [.. appends.SelectMany(append => append.Entries.Select(entry => entry.PayloadJson))];
        _times.TypedValue = [.. appends.SelectMany(append => append.Entries.Select(entry => entry.AtMs))];
    }

    private static NpgsqlParameter<Guid[]> Uuids() => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid };

    private static NpgsqlParameter<T[]> Numbers<T>() => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };

    private static NpgsqlParameter<string[]> Texts() => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
