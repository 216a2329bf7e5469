using Arena.Grains.Events;

namespace Arena.Storage.Events;

/// <summary>
/// Keeps a summary of each game that has ended. The journal writes players, answers and scores in the transaction of their events, so that all
/// rows of a game are there when its last event comes.
/// </summary>
public sealed class GameSummaries(EventInbox inbox) : IReplayableEventConsumer
{
    private const string Record = """
        INSERT INTO game_summary (session_id, quiz_id, started_at, ended_at, players, answers, points)
        SELECT s.id, s.quiz_id, s.started_at, s.ended_at,
            (SELECT count(*) FROM game_player AS p WHERE p.session_id = s.id),
            (SELECT count(*) FROM player_answer AS a WHERE a.session_id = s.id),
            (SELECT CAST(coalesce(sum(t.total_score), 0) AS bigint) FROM score_aggregate AS t WHERE t.session_id = s.id)
        FROM game_session AS s WHERE s.id = $1 AND s.ended_at IS NOT NULL
        ON CONFLICT (session_id) DO NOTHING
        """;

    private const string Remove = "DELETE FROM game_summary WHERE session_id = $1";

    public string Name => "game-summaries";

    public Task HandleAsync(SessionEvents events, CancellationToken cancel) => inbox.ApplyOnceAtEndAsync(
        Name, events, finished => [new(Record, finished.SessionId)], cancel);

    public Task ForgetAsync(Guid sessionId, CancellationToken cancel) => inbox.ForgetAsync(Name, sessionId, [new(Remove, sessionId)], cancel);
}
