using Arena.Storage.Configuration;
using Arena.Storage.Migrations;
using Arena.Storage.Migrations.Postgres;
using Arena.Storage.Migrations.Sqlite;
using Arena.Storage.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Tests;

/// <summary>A database of before the first migration becomes one like a new one, with its rows; <c>fixtures</c> has the oldest that does.</summary>
public sealed class EarlierSchemaTests(PostgresServer server)
{
    private const string Quiz = "00000000-0000-0000-0000-00000000000A";
    private const string Game = "00000000-0000-0000-0000-00000000000B";
    private const string Ann = "00000000-0000-0000-0000-00000000000C";
    private const string Bob = "00000000-0000-0000-0000-00000000000D";
    private const string Board = """{"Lines":[]}""";

    /// <summary>How many of the later steps the database has.</summary>
    public static TheoryData<int> Steps => [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task On_SQLite(int steps)
    {
        await using var old = new SqliteTestDatabase();
        await using var fresh = new SqliteTestDatabase();
        Execute(old, Fixture("sqlite"));
        Execute(old, Rows + Later(SqliteEarlierSchema.Schema, steps));

        await BroughtUpAsync(
            old, fresh, SqliteEarlierSchema.Schema,
            """
            SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk AS "Value"
            FROM sqlite_schema AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table' AND t.name <> 'sqlite_sequence'
            UNION SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
            UNION SELECT t.name || ' to ' || k."table" || ' ' || k."from" || ' ' || k.on_delete FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS k WHERE t.type = 'table'
            UNION SELECT querykey || querytext FROM orleansquery
            """,
            "SELECT CAST(payloadbinary AS TEXT) AS \"Value\" FROM orleansstorage WHERE graintypestring = 'kept' AND grainidextensionstring = 'ABC'");
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task On_PostgreSQL(int steps)
    {
        await using var old = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await using var fresh = await server.NewDatabaseAsync();
        await server.ExecuteAsync(old.Name, Fixture("postgres"));
        await server.ExecuteAsync(old.Name, Rows + Later(PostgresEarlierSchema.Schema, steps));

        await BroughtUpAsync(
            old, fresh, PostgresEarlierSchema.Schema,
            """
            SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS "Value" FROM information_schema.columns WHERE table_schema = 'public'
            UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
            UNION SELECT querykey || querytext FROM orleansquery
            """,
            "SELECT convert_from(payloadbinary, 'UTF8') AS \"Value\" FROM orleansstorage WHERE graintypestring = 'kept' AND grainidextensionstring = 'ABC'");
    }

    [Fact]
    public async Task One_that_is_older_is_refused_and_left_as_it_was()
    {
        await using var file = new SqliteTestDatabase();
        Execute(file, Fixture("sqlite") + "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" >= '20261123161732';");
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await server.ExecuteAsync(database.Name, Fixture("postgres") + "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" >= '20261123161756';");
        var before = await File.ReadAllBytesAsync(file.File);

        foreach (var old in (TestDatabase[])[file, database])
        {
            var failure = await Assert.ThrowsAsync<StorageException>(() => TestStorage.StartAsync(old));
            Assert.Contains("_Factors' of a release that is too old to be brought up from. Nothing was changed. Start a build of 28 November 2026", failure.Message, StringComparison.Ordinal);
        }
        Assert.Equal(before, await File.ReadAllBytesAsync(file.File));
    }

    private static async Task BroughtUpAsync(TestDatabase old, TestDatabase fresh, EarlierSchema schema, string form, string board)
    {
        await using var brought = await TestStorage.StartAsync(old);
        await using var made = await TestStorage.StartAsync(fresh);
        await using var context = brought.Context();
        await using var other = made.Context();

        Assert.Contains(schema.Initial, await context.Database.GetAppliedMigrationsAsync());
        Assert.Equal(await other.Database.GetAppliedMigrationsAsync(), await context.Database.GetAppliedMigrationsAsync());
        Assert.Equal(await FormAsync(other, form), await FormAsync(context, form));
        var quiz = await context.Quizzes.SingleAsync();
        Assert.Equal(("Rivières d’Été", "rivieres d'ete", 150L + 19), (quiz.Title, quiz.TitleKey, quiz.StoredBytes));
        Assert.Equal([2, 1], await context.ScoreAggregates.OrderBy(score => score.TotalScore).Select(score => score.FinalRank!.Value).ToListAsync());
        Assert.Equal([Board], await FormAsync(context, board));
    }

    private static async Task<List<string>> FormAsync(Model.ArenaDbContext context, string sql) =>
        [.. (await context.Database.SqlQueryRaw<string>(sql).ToListAsync()).Order(StringComparer.Ordinal)];

    private const string Rows = $"""
        INSERT INTO quiz (id, title, visibility, created_at, updated_at) VALUES ('{Quiz}', 'Rivières d’Été', 'Private', 1, 1);
        INSERT INTO game_session (id, quiz_id, code, status, created_at, config_json, epoch, version) VALUES ('{Game}', '{Quiz}', 'ABC234', 'Ended', 1, '', 4, 1);
        INSERT INTO game_player (id, session_id, nickname, join_at) VALUES ('{Ann}', '{Game}', 'Ann', 1), ('{Bob}', '{Game}', 'Bob', 1);
        INSERT INTO score_aggregate (id, session_id, player_id, total_score, streak_count, last_update)
        VALUES ('{Ann}', '{Game}', '{Ann}', 900, 0, 1), ('{Bob}', '{Game}', '{Bob}', 1800, 0, 1);
        INSERT INTO grain_state (provider, type, key, etag, payload_json) VALUES ('arena', 'Board/kept', 'ABC', 1, '{Board}');

        """;

    /// <summary>As the earlier releases brought it up.</summary>
    private static string Later(EarlierSchema schema, int steps) => string.Join('\n', schema.Steps.Take(steps).Select(step =>
        $"{step.Sql}\nINSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('{step.Migration}', '10.0.14');"));

    private static string Fixture(string database) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", $"before-orleans.{database}.sql"));

    private static void Execute(SqliteTestDatabase database, string script)
    {
        using var connection = new SqliteConnection($"Data Source={database.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }
}
