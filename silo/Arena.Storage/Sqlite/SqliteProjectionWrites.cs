using Arena.Grains.Ports;

namespace Arena.Storage.Sqlite;

/// <summary>Rows that an append writes beside its entries, inside the writer's transaction.</summary>
internal static class SqliteProjectionWrites
{
    private const string InsertPlayer = "INSERT INTO game_player (id, session_id, nickname, join_at) VALUES (?1, ?2, ?3, ?4)";

    private const string RenamePlayer = "UPDATE game_player SET nickname = ?2 WHERE id = ?1";

    private const string InsertAnswer = """
        INSERT INTO player_answer (id, session_id, question_id, player_id, answer_payload, answered_at, latency_ms, score_awarded)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """;

    private const string AwardAnswer = "UPDATE player_answer SET score_awarded = ?2 WHERE id = ?1";

    private const string ReplaceAnswer = "UPDATE player_answer SET score_awarded = ?2, answer_payload = ?3, answered_at = ?4, latency_ms = ?5 WHERE id = ?1";

    // A player has one score: the player's id serves as its id.
    private const string UpsertScore = """
        INSERT INTO score_aggregate (id, session_id, player_id, total_score, streak_count, last_update, final_rank) VALUES (?1, ?2, ?1, ?3, ?4, ?5, ?6)
        ON CONFLICT (player_id) DO UPDATE SET
            total_score = excluded.total_score, streak_count = excluded.streak_count, last_update = excluded.last_update,
            final_rank = excluded.final_rank
        """;

    public static void Write(SqliteStatements statements, Guid sessionId, SessionChanges changes)
    {
        foreach (var player in changes.Joined)
            statements.Execute(InsertPlayer, player.PlayerId, sessionId, player.Nickname, player.JoinedAtMs);
        foreach (var player in changes.Renamed)
            statements.Execute(RenamePlayer, player.PlayerId, player.Nickname);
        foreach (var answer in changes.Answers)
        {
            statements.Execute(
                InsertAnswer, answer.AnswerId, sessionId, answer.QuestionId, answer.PlayerId, answer.PayloadJson, answer.AnsweredAtMs,
                answer.LatencyMs, answer.ScoreAwarded);
        }
        foreach (var award in changes.Awards)
        {
            if (award.Counted is { } counted)
                statements.Execute(ReplaceAnswer, award.AnswerId, award.ScoreAwarded, counted.PayloadJson, counted.AnsweredAtMs, counted.LatencyMs);
            else
                statements.Execute(AwardAnswer, award.AnswerId, award.ScoreAwarded);
        }
        foreach (var score in changes.Scores)
        {
            statements.Execute(
                UpsertScore, score.PlayerId, sessionId, score.Total, score.Streak, score.AtMs, score.FinalRank ?? (object)DBNull.Value);
        }
    }
}
