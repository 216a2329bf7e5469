using Arena.Storage.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Tests;

/// <summary>The queries that run often use the indexes that were made for them, as each database's own planner decides.</summary>
public sealed class QueryPlanTests(PostgresServer server)
{
    private const string Id = "'11111111-1111-1111-1111-111111111111'";

    public static TheoryData<string, string> Hot => new()
    {
        { "UPDATE game_session SET epoch = epoch + 1 WHERE code = 'AAAAAA' AND status = 'Live'", "ix_game_session_live_code" },
        { "SELECT code FROM game_session WHERE status = 'Live' ORDER BY code", "ix_game_session_live_code" },
        { $"SELECT type FROM event_log WHERE session_id = {Id} AND version <= 9 ORDER BY version", "ix_event_log_session_id_version" },
        {
            $"SELECT version FROM event_log WHERE session_id = {Id} AND type NOT LIKE 'answerAccepted.%' ORDER BY version DESC LIMIT 1",
            "ix_event_log_session_id_version"
        },
        { "SELECT type FROM event_log WHERE id > 4990 ORDER BY id LIMIT 100", "event_log" },
        {
            $"SELECT score_awarded FROM player_answer WHERE session_id = {Id} AND question_id = {Id} AND player_id = {Id}",
            "ix_player_answer_session_id_question_id_player_id"
        },
        { $"SELECT id FROM question_option WHERE question_id = {Id} AND is_correct", "ix_question_option_correct" },
        { $"SELECT player_id, total_score FROM score_aggregate WHERE session_id = {Id}", "ix_score_aggregate_session_id" },
    };

    [Theory]
    [MemberData(nameof(Hot))]
    public async Task Sqlite_uses_the_index(string query, string index)
    {
        await using var database = await SqliteTestDatabase.NewAsync();
        await using var storage = await TestStorage.StartAsync(database);
        var plan = await PlanAsync(storage, "EXPLAIN QUERY PLAN " + query, column: 3);

        Assert.Contains(plan, step => step.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains(index, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Postgres_uses_the_indexes_once_there_is_data()
    {
        await using var database = await server.NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database);
        await using var context = storage.Context();
        await context.Database.ExecuteSqlRawAsync(Data);

        foreach (var (query, index) in Hot.Select(row => row.Data).Append((
            """SELECT player_id FROM player_answer WHERE answer_payload ? 'text' AND answer_payload @> '{"text":"4711"}'""", "ix_player_answer_payload")))
        {
            var plan = string.Join('\n', await PlanAsync(storage, "EXPLAIN " + query, column: 0));
            Assert.Contains(index, plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        }
    }

    private static async Task<List<string>> PlanAsync(TestStorage storage, string explain, int column)
    {
        await using var context = storage.Context();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = explain;
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
            plan.Add(reader.GetString(column));
        return plan;
    }

    // Foreign keys are switched off: what counts here is how many rows there are.
    private const string Data = """
        SET session_replication_role = replica;
        INSERT INTO game_session (id, quiz_id, code, status, created_at, config_json, epoch, version)
            SELECT gen_random_uuid(), gen_random_uuid(), 'C' || n, CASE WHEN n % 100 = 0 THEN 'Live' ELSE 'Ended' END, n, '{{}}', 1, 1
            FROM generate_series(1, 5000) AS n;
        INSERT INTO event_log (session_id, version, epoch, type, payload_json, created_at)
            SELECT gen_random_uuid(), 1, 1, 'x', '{{}}', n FROM generate_series(1, 5000) AS n;
        INSERT INTO player_answer (id, session_id, question_id, player_id, answer_payload, answered_at, latency_ms, score_awarded)
            SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
                CASE WHEN n % 4 = 3 THEN jsonb_build_object('kind', 'text', 'text', n::text) ELSE jsonb_build_object('kind', 'choice', 'option', n % 4) END,
                n, 1, 1
            FROM generate_series(1, 20000) AS n;
        INSERT INTO question_option (id, question_id, label, is_correct, weight, "order")
            SELECT gen_random_uuid(), gen_random_uuid(), 'x', n % 4 = 0, 1, 0 FROM generate_series(1, 5000) AS n;
        INSERT INTO score_aggregate (id, session_id, player_id, total_score, streak_count, last_update)
            SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), n, 0, n FROM generate_series(1, 5000) AS n;
        RESET session_replication_role;
        ANALYZE;
        """;
}
