using Arena.Storage.Model;
using Arena.Storage.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Arena.Storage.Tests;

/// <summary>Both databases hold the same model, and their migrations have caught up with it.</summary>
public sealed class SchemaTests(PostgresServer server)
{
    private static readonly string[] Entities =
    [
        "auth_session", "event_log", "game_player", "game_session", "player_answer", "player_power_up", "power_up", "question", "question_option",
        "quiz", "score_aggregate", "user",
    ];

    /// <summary>The gateways' own tables, media, sharing between accounts, groups, the event bus with what it derives, and webhooks.</summary>
    private static readonly string[] Besides =
        [
            "api_key", "board_game", "board_name", "data_protection_key", "event_backlog", "event_dead_letter", "event_inbox", "game_figures", "game_summary", "mail",
            "group_member", "homework", "homework_attempt", "homework_player", "media", "media_owner", "media_use", "played_game", "player_group", "question_figures", "quiz_co_author", "quiz_invitation", "report_link", "screen_link", "security_event",
            "session_co_host", "session_snapshot", "session_source", "user_passkey", "webhook_delivery", "webhook_endpoint",
        ];

    [Fact]
    public async Task Both_databases_have_the_same_tables_columns_keys_and_indexes()
    {
        await using var sqliteDatabase = await SqliteTestDatabase.NewAsync();
        await using var postgresDatabase = await server.NewDatabaseAsync();
        await using var sqlite = await TestStorage.StartAsync(sqliteDatabase);
        await using var postgres = await TestStorage.StartAsync(postgresDatabase);
        await using var sqliteContext = sqlite.Context();
        await using var postgresContext = postgres.Context();

        // Free text in answers can only be indexed where JSON has operators.
        var onlyPostgres = new[] { "player_answer index ix_player_answer_payload (answer_payload) unique=False where=answer_payload ? 'text'" };
        Assert.Equal(Describe(sqliteContext.Model), Describe(postgresContext.Model).Except(onlyPostgres));
        Assert.Equal(Entities, postgresContext.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Except(Besides).Order(StringComparer.Ordinal));
        Assert.False(sqliteContext.Database.HasPendingModelChanges());
        Assert.False(postgresContext.Database.HasPendingModelChanges());
        // A cluster is only on PostgreSQL.
        Assert.Equal(
            await ColumnsAsync(sqliteContext,
                """
                SELECT t.name || '.' || c.name || ' ' || CASE WHEN c."notnull" = 1 THEN 'NO' ELSE 'YES' END AS "Value"
                FROM sqlite_schema AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\_\_%' ESCAPE '\'
                """),
            await ColumnsAsync(postgresContext,
                """
                SELECT table_name || '.' || column_name || ' ' || is_nullable AS "Value"
                FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_%' AND table_name NOT LIKE 'orleansmembership%'
                """));
    }

    private static async Task<List<string>> ColumnsAsync(ArenaDbContext context, string sql) =>
        [.. (await context.Database.SqlQueryRaw<string>(sql).ToListAsync()).Order(StringComparer.Ordinal)];

    private static List<string> Describe(IModel model) =>
    [
        .. model.GetEntityTypes().SelectMany(entity => (string[])
        [
            .. entity.GetProperties().Select(column => $"{entity.GetTableName()} column {column.GetColumnName()} {column.ClrType} null={column.IsNullable}"),
            .. entity.GetKeys().Select(key => $"{entity.GetTableName()} key {key.GetName()} ({Names(key.Properties)})"),
            .. entity.GetForeignKeys().Select(
                key => $"{entity.GetTableName()} reference {key.GetConstraintName()} ({Names(key.Properties)}) {key.DeleteBehavior}"),
            .. entity.GetIndexes().Select(index =>
                $"{entity.GetTableName()} index {index.GetDatabaseName()} ({Names(index.Properties)}) unique={index.IsUnique} where={index.GetFilter()}"),
        ]).Order(StringComparer.Ordinal),
    ];

    private static string Names(IEnumerable<IReadOnlyProperty> properties) => string.Join(", ", properties.Select(property => property.GetColumnName()));
}
