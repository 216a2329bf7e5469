using Arena.Game.Vocabulary;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Storage.Retention;

/// <summary>Deletes rows that are older than configured, in small batches.</summary>
/// <remarks>
/// A session is first marked as expired, if it is still as it was found: from then on it can neither be opened nor appended to, its code is free,
/// and a verification passes it by. Then its rows are deleted, children first, its own row last. A sweep that is cut short is finished by the next.
/// Snapshots are deleted as soon as their sessions have ended, regardless of the configuration, and
/// sign-ins, API keys and mails when their time is over.
/// </remarks>
internal sealed class RetentionSweep(
    IDbContextFactory<ArenaDbContext> contexts, IRetentionStatements statements, IOptions<RetentionOptions> options, TimeProvider time)
{
    private const int SessionsAPage = 100;

    private static readonly string[] Children =
    [
        Delete("player_answer"),
        Delete("score_aggregate"),
        "DELETE FROM player_power_up WHERE id IN "
            + "(SELECT hand.id FROM player_power_up AS hand JOIN game_player AS p ON p.id = hand.player_id WHERE p.session_id = $1 LIMIT $2)",
        KeepForProfiles,
        Delete("game_player"),
        "DELETE FROM played_game WHERE player_id IN (SELECT player_id FROM played_game WHERE session_id = $1 AND user_id IS NULL LIMIT $2)",
        Delete("event_log"),
        Delete("event_dead_letter"),
        DeleteOfConsumers("event_backlog"),
        DeleteOfConsumers("event_inbox"),
        "DELETE FROM session_snapshot WHERE session_id IN (SELECT session_id FROM session_snapshot WHERE session_id = $1 LIMIT $2)",
    ];

    // What an account has gained stays until the account is deleted. A host's own seat gains nothing.
    private const string KeepForProfiles = """
        UPDATE played_game SET user_id = (SELECT p.user_id FROM game_player AS p WHERE p.id = played_game.player_id)
        WHERE player_id IN (
            SELECT g.player_id FROM played_game AS g JOIN game_player AS p ON p.id = g.player_id JOIN game_session AS s ON s.id = g.session_id
            WHERE g.session_id = $1 AND g.user_id IS NULL AND p.user_id IS NOT NULL AND (s.host_id IS NULL OR s.host_id <> p.user_id) LIMIT $2)
        """;

    // Such a session is never opened again.
    private const string DeleteUselessSnapshots = """
        DELETE FROM session_snapshot WHERE session_id IN (
            SELECT kept.session_id FROM session_snapshot AS kept JOIN game_session AS s ON s.id = kept.session_id WHERE s.status <> $1 LIMIT $2)
        """;

    private const string DeleteEndedSignIns =
        "DELETE FROM auth_session WHERE id IN (SELECT id FROM auth_session WHERE expires_at <= $1 LIMIT $2)";

    private const string DeleteEndedApiKeys =
        "DELETE FROM api_key WHERE id IN (SELECT id FROM api_key WHERE expires_at <= $1 LIMIT $2)";

    // Attempts and players go with it. Its sessions have ended by then, and are deleted as others are.
    private const string DeleteHomework = """
        DELETE FROM homework WHERE id IN (SELECT id FROM homework WHERE closed_at < $1 LIMIT $2)
        """;

    private const string DeleteEndedInvitations =
        "DELETE FROM quiz_invitation WHERE id IN (SELECT id FROM quiz_invitation WHERE expires_at <= $1 LIMIT $2)";

    private const string DeleteMails = "DELETE FROM mail WHERE id IN (SELECT id FROM mail WHERE created_at < $1 LIMIT $2)";

    private const string DeleteSecurityEvents =
        "DELETE FROM security_event WHERE id IN (SELECT id FROM security_event WHERE at < $1 LIMIT $2)";

    private const string DeleteWebhookDeliveries =
        "DELETE FROM webhook_delivery WHERE id IN (SELECT id FROM webhook_delivery WHERE created_at < $1 AND status <> 'Pending' LIMIT $2)";

    // Without an owner and private: remains of writes that did not end, and quizzes that were given up.
    private const string IsLost = "z.owner_id IS NULL AND z.visibility = 'Private' AND z.created_at < $1";

    // Options go with their question. To delete all options first would read the questions without options repeatedly.
    private const string DeleteLostQuestions =
        $"DELETE FROM question WHERE id IN (SELECT q.id FROM question AS q JOIN quiz AS z ON z.id = q.quiz_id WHERE {IsLost} LIMIT $2)";

    private const string DeleteLostQuizzes = $"DELETE FROM quiz WHERE id IN (SELECT z.id FROM quiz AS z WHERE {IsLost} LIMIT $2)";

    private const string GiveUpUnusedQuizzes = """
        UPDATE quiz SET owner_id = NULL WHERE id IN (
            SELECT z.id FROM quiz AS z JOIN "user" AS u ON u.id = z.owner_id
            WHERE u.name_key IS NULL AND z.visibility = 'Private' AND z.updated_at < $1
                AND NOT EXISTS (SELECT 1 FROM game_session AS s WHERE s.quiz_id = z.id AND s.created_at >= $1)
                AND NOT EXISTS (
                    SELECT 1 FROM session_source AS d JOIN game_session AS s ON s.id = d.session_id WHERE d.quiz_id = z.id AND s.created_at >= $1)
            LIMIT $2)
        """;

    private static readonly TimeSpan LongestQuizWrite = TimeSpan.FromHours(1);

    /// <summary>Long enough to count an account's mails of a day, and to see dead letters.</summary>
    private static readonly TimeSpan MailAge = TimeSpan.FromDays(7);

    private readonly RetentionOptions _options = options.Value;

    /// <returns>How many sessions and how many users were deleted.</returns>
    public async Task<(int Sessions, int Users)> RunAsync(CancellationToken cancel)
    {
        if (CutOff(_options.EndedSessionDays) is { } ended)
            await ExpireAsync((_, sessions) => sessions.Where(row => row.Status == SessionStatus.Ended && row.EndedAt < ended), null, cancel);
        if (CutOff(_options.AbandonedSessionDays) is { } quiet)
            await ExpireAsync((context, sessions) => sessions.Where(row => row.Status == SessionStatus.Live && row.CreatedAt < quiet
                // An attempt at a homework waits for its player until the homework is closed.
                && !context.HomeworkAttempts.Any(attempt => attempt.SessionId == row.Id && attempt.EndedAt == null)), quiet, cancel);
        if (CutOff(_options.EndedSessionDays) is { } closed)
            await DrainAsync(DeleteHomework, closed.ToUnixTimeMilliseconds(), [], cancel);
        await DrainAsync(DeleteUselessSnapshots, nameof(SessionStatus.Live), [], cancel);
        var sessionCount = 0;
        while (await ExpiredAsync(cancel) is { Count: > 0 } expired)
        {
            foreach (var session in expired)
            {
                foreach (var children in Children)
                    await DrainAsync(children, session, [], cancel);
                sessionCount += await statements.ExecuteAsync("DELETE FROM game_session WHERE id = $1", session);
            }
        }
        await DrainAsync(DeleteEndedSignIns, time.GetUtcNow().ToUnixTimeMilliseconds(), [], cancel);
        await DrainAsync(DeleteEndedApiKeys, time.GetUtcNow().ToUnixTimeMilliseconds(), [], cancel);
        await DrainAsync(DeleteEndedInvitations, time.GetUtcNow().ToUnixTimeMilliseconds(), [], cancel);
        await DrainAsync(DeleteMails, (time.GetUtcNow() - MailAge).ToUnixTimeMilliseconds(), [], cancel);
        if (CutOff(_options.SecurityEventDays) is { } logged)
            await DrainAsync(DeleteSecurityEvents, logged.ToUnixTimeMilliseconds(), [], cancel);
        if (CutOff(_options.WebhookDeliveryDays) is { } sent)
            await DrainAsync(DeleteWebhookDeliveries, sent.ToUnixTimeMilliseconds(), [], cancel);
        if (CutOff(_options.UnusedQuizDays) is { } used)
            await DrainAsync(GiveUpUnusedQuizzes, used.ToUnixTimeMilliseconds(), [], cancel);
        var written = (time.GetUtcNow() - LongestQuizWrite).ToUnixTimeMilliseconds();
        await DrainAsync(DeleteLostQuestions, written, [], cancel, rowsOfEach: 1 + GameLimits.MaxOptions);
        await DrainAsync(DeleteLostQuizzes, written, [], cancel);
        return (sessionCount, CutOff(_options.GuestDays) is { } joined ? await DeleteGuestsAsync(joined, cancel) : 0);
    }

    /// <param name="which">The candidates.</param>
    /// <param name="quietSince">Spares those in whose log something has happened since.</param>
    /// <param name="cancel">Stops it.</param>
    private async Task ExpireAsync(
        Func<ArenaDbContext, IQueryable<GameSessionRow>, IQueryable<GameSessionRow>> which, DateTimeOffset? quietSince, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var candidates = which(context, context.GameSessions);
        if (quietSince is { } since)
            candidates = candidates.Where(row => !context.EventLog.Any(entry => entry.SessionId == row.Id && entry.CreatedAt >= since));
        var found = await candidates.Select(row => new { row.Id, row.Version, row.Status }).ToListAsync(cancel);
        foreach (var session in found)
        {
            cancel.ThrowIfCancellationRequested();
            await statements.ExecuteAsync(
                "UPDATE game_session SET status = 'Expired' WHERE id = $1 AND version = $2 AND status = $3",
                session.Id, session.Version, session.Status.ToString());
        }
    }

    private async Task<List<Guid>> ExpiredAsync(CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.GameSessions
            .Where(row => row.Status == SessionStatus.Expired).OrderBy(row => row.Id).Take(SessionsAPage).Select(row => row.Id).ToListAsync(cancel);
    }

    private Task<int> DeleteGuestsAsync(DateTimeOffset joinedBefore, CancellationToken cancel) => DrainAsync(
        """
        DELETE FROM "user" WHERE id IN (
            SELECT u.id FROM "user" AS u
            WHERE u.created_at < $1 AND u.name_key IS NULL
                AND NOT EXISTS (SELECT 1 FROM quiz WHERE owner_id = u.id)
            LIMIT $2)
        """,
        joinedBefore.ToUnixTimeMilliseconds(), [], cancel);

    /// <summary>Repeats a statement, whose second parameter is how many rows it may delete, until it deletes fewer.</summary>
    private async Task<int> DrainAsync(string sql, object first, object[] more, CancellationToken cancel, int rowsOfEach = 1)
    {
        var atOnce = Math.Max(1, _options.RowsABatch / rowsOfEach);
        var total = 0;
        int deleted;
        do
        {
            cancel.ThrowIfCancellationRequested();
            total += deleted = await statements.ExecuteAsync(sql, [first, (long)atOnce, .. more]);
        }
        while (deleted >= atOnce);
        return total;
    }

    private DateTimeOffset? CutOff(int days) => days == 0 ? null : time.GetUtcNow().AddDays(-days);

    private static string DeleteOfConsumers(string table) =>
        $"DELETE FROM {table} WHERE session_id = $1 AND consumer IN (SELECT consumer FROM {table} WHERE session_id = $1 LIMIT $2)";

    private static string Delete(string table) =>
        $"DELETE FROM {table} WHERE id IN (SELECT id FROM {table} WHERE session_id = $1 LIMIT $2)";
}
