using Arena.Grains.Events;

namespace Arena.Storage.Events;

/// <summary>
/// Puts a mail with the way to its report into the outbox for each game that has ended, if its host wants that. It cannot start over: a replay
/// would send the mails again.
/// </summary>
public sealed class GameReportMails(EventInbox inbox, TimeProvider time) : IEventConsumer
{
    private const string Write = """
        INSERT INTO mail (user_id, kind, language, address, session_id, created_at, due_at, attempts)
        SELECT u.id, 'GameReport', u.mail_language, u.email, s.id, $2, $2, 0
        FROM game_session AS s JOIN "user" AS u ON u.id = s.host_id
        WHERE s.id = $1 AND s.ended_at IS NOT NULL AND u.wants_report_mail AND u.email IS NOT NULL
        """;

    public string Name => "game-report-mails";

    public Task HandleAsync(SessionEvents events, CancellationToken cancel) => inbox.ApplyOnceAtEndAsync(
        Name, events, finished => [new(Write, finished.SessionId, time.GetUtcNow().ToUnixTimeMilliseconds())], cancel);
}
