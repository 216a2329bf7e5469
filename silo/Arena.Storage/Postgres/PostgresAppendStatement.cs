using Npgsql;
using NpgsqlTypes;

namespace Arena.Storage.Postgres;

/// <summary>
/// One statement, and so one transaction and one round trip, for all appends of a batch: the update is the fence, and the entries are
/// inserted for those sessions that passed it, in the order in which they are given, and so are the rows that they change.
/// </summary>
/// <remarks>
/// Two things keep the time of a batch proportional to its size. The planner expects few rows of the fence and would join the entries to
/// them by nested loops: IS TRUE makes it look them up in a hash table. And it plans each batch separately, for the batch's size and the table's:
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
        ), joined AS (
            INSERT INTO game_player (id, session_id, nickname, join_at)
            SELECT * FROM unnest($13, $14, $15, $16) AS p (id, session_id, nickname, join_at)
            WHERE (session_id IN (SELECT id FROM owned)) IS TRUE
        ), answered AS (
            INSERT INTO player_answer (id, session_id, question_id, player_id, answer_payload, answered_at, latency_ms, score_awarded)
            SELECT * FROM unnest($17, $18, $19, $20, $21, $22, $23, $24)
                AS a (id, session_id, question_id, player_id, answer_payload, answered_at, latency_ms, score_awarded)
            WHERE (session_id IN (SELECT id FROM owned)) IS TRUE
        ), awarded AS (
            UPDATE player_answer AS answer
            SET score_awarded = a.score_awarded, answer_payload = coalesce(a.answer_payload, answer.answer_payload),
                answered_at = coalesce(a.answered_at, answer.answered_at), latency_ms = coalesce(a.latency_ms, answer.latency_ms)
            FROM unnest($25, $26, $27, $28, $29, $30) AS a (session_id, id, score_awarded, answer_payload, answered_at, latency_ms)
            WHERE answer.id = a.id AND (a.session_id IN (SELECT id FROM owned)) IS TRUE
        ), scored AS (
            INSERT INTO score_aggregate (id, session_id, player_id, total_score, streak_count, last_update, final_rank)
            SELECT player_id, session_id, player_id, total_score, streak_count, last_update, final_rank
            FROM unnest($31, $32, $33, $34, $35, $36) AS s (player_id, session_id, total_score, streak_count, last_update, final_rank)
            WHERE (session_id IN (SELECT id FROM owned)) IS TRUE
        ), rescored AS (
            UPDATE score_aggregate AS score
            SET total_score = s.total_score, streak_count = s.streak_count, last_update = s.last_update, final_rank = s.final_rank
            FROM unnest($37, $38, $39, $40, $41, $42) AS s (player_id, session_id, total_score, streak_count, last_update, final_rank)
            WHERE score.player_id = s.player_id AND (s.session_id IN (SELECT id FROM owned)) IS TRUE
        ), renamed AS (
            UPDATE game_player AS player SET nickname = p.nickname
            FROM unnest($43, $44, $45) AS p (id, session_id, nickname)
            WHERE player.id = p.id AND (p.session_id IN (SELECT id FROM owned)) IS TRUE
        )
        SELECT id FROM owned
        """;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _command;

    public PostgresAppendStatement(NpgsqlConnection connection, int patienceSeconds)
    {
        _connection = connection;
        _command = new(Sql, connection) { CommandTimeout = patienceSeconds };
        foreach (var type in PostgresAppendValues.Types)
            _command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | type });
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
        var values = PostgresAppendValues.Of(batch.ConvertAll(pending => pending.Append));
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i];
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
}
