namespace Arena.Storage.Migrations.Postgres;

/// <summary>The migrations that led to <c>Initial</c>, for databases that had some of them.</summary>
internal static class PostgresEarlierSchema
{
    public static EarlierSchema Schema { get; } = new("20261123163812_ResetLinks", "20261129155905_Initial",
    [
        new("20261128214631_OrleansTables", OrleansTablesSql.Tables + OrleansTablesSql.TakeOver + OrleansTablesSql.MoveStates + OrleansTablesSql.Queries + OrleansTablesSql.DropEarlierMembership + "DROP TABLE grain_state;"),
        new("20261129062605_QuizStoredBytes", StoredBytes),
        new("20261129133505_FinalRanks", FinalRanks),
    ]);

    private const string StoredBytes = """
        ALTER TABLE quiz ADD stored_bytes bigint NOT NULL DEFAULT 0;

        UPDATE quiz SET stored_bytes = 150 + octet_length(title) + coalesce(octet_length(description), 0)
            + coalesce((
                SELECT sum(150 + octet_length(q.prompt) + coalesce(octet_length(q.explanation), 0))
                FROM question AS q WHERE q.quiz_id = quiz.id), 0)
            + coalesce((
                SELECT sum(150 + octet_length(o.label))
                FROM question_option AS o JOIN question AS q ON q.id = o.question_id WHERE q.quiz_id = quiz.id), 0);
        """;

    // Of games that are over, players who were removed get a rank as well: only the log tells them from the others.
    private const string FinalRanks = """
        ALTER TABLE score_aggregate ADD final_rank integer;

        UPDATE score_aggregate SET final_rank = ranked.place
        FROM (
            SELECT score.id, rank() OVER (PARTITION BY score.session_id ORDER BY score.total_score DESC) AS place
            FROM score_aggregate AS score JOIN game_session AS game ON game.id = score.session_id WHERE game.status = 'Ended'
        ) AS ranked
        WHERE score_aggregate.id = ranked.id;
        """;
}
