using Arena.Grains.Ports;
using Arena.Storage.Model;
using Arena.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Events;

/// <summary>Backlogs and dead letters on either database.</summary>
internal sealed class EventDeliveries(IBatchWriter writer, IDbContextFactory<ArenaDbContext> contexts) : IEventDeliveries
{
    /// <summary>Of the log, in one transaction of <see cref="StartOverAsync"/>: games wait that long for the writer.</summary>
    private const int PositionsAtOnce = 5_000;

    private const string Defer = """
        INSERT INTO event_backlog (session_id, consumer, version, attempts, due_at, error, starts_over) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (session_id, consumer) DO UPDATE SET
            version = excluded.version, attempts = excluded.attempts, due_at = excluded.due_at, error = excluded.error
        WHERE excluded.version < event_backlog.version
        """;

    private const string AsItWas = "session_id = $1 AND consumer = $2 AND version = $3 AND attempts = $4 AND starts_over = $5";

    private const string Replace =
        $"UPDATE event_backlog SET version = $6, attempts = $7, due_at = $8, error = $9, starts_over = $10 WHERE {AsItWas}";

    // An event that was committed meanwhile may have passed the consumer by.
    private const string Finish = $"""
        DELETE FROM event_backlog WHERE {AsItWas}
            AND NOT EXISTS (SELECT 1 FROM event_log AS later WHERE later.session_id = $1 AND later.version >= $3)
        """;

    private const string GiveUp = """
        INSERT INTO event_dead_letter (session_id, consumer, version, type, attempts, error, at, wanted_again)
        VALUES ($1, $2, $3, $4, $5, $6, $7, FALSE)
        ON CONFLICT (session_id, consumer, version) DO UPDATE SET
            attempts = excluded.attempts, error = excluded.error, at = excluded.at, wanted_again = FALSE
        """;

    // One that was discarded meanwhile stays away.
    private const string FailAgain = """
        UPDATE event_dead_letter SET attempts = $4, error = $5, at = $6, wanted_again = FALSE WHERE session_id = $1 AND consumer = $2 AND version = $3
        """;

    private const string Remove = "DELETE FROM event_dead_letter WHERE session_id = $1 AND consumer = $2 AND version = $3";

    private const string StartOver = """
        INSERT INTO event_backlog (session_id, consumer, version, attempts, due_at, error, starts_over)
        SELECT DISTINCT session_id, $1, 1, 0, $2, NULL, TRUE FROM event_log WHERE id > $3 AND id <= $4
        ON CONFLICT (session_id, consumer) DO UPDATE SET
            version = 1, attempts = 0, due_at = excluded.due_at, error = NULL, starts_over = TRUE
        """;

    public async Task<IReadOnlyList<string>> BehindAsync(Guid sessionId, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.EventBacklogs.Where(row => row.SessionId == sessionId).Select(row => row.Consumer).ToListAsync(cancel);
    }

    public async Task<EventBacklog?> FindAsync(string consumer, Guid sessionId, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.EventBacklogs.AsNoTracking().SingleOrDefaultAsync(row => row.SessionId == sessionId && row.Consumer == consumer, cancel)
            is { } row ? Of(row) : null;
    }

    public Task DeferAsync(EventBacklog backlog, CancellationToken cancel) => writer.WriteAsync(
        [new(Defer, [backlog.SessionId, backlog.Consumer, .. State(backlog)])], cancel);

    public Task<bool> ReplaceAsync(EventBacklog was, EventBacklog? now, DeadLetter? given, CancellationToken cancel)
    {
        object[] key = [was.SessionId, was.Consumer, was.Version, was.Attempts, was.StartsOver];
        return writer.TryWriteAsync(
            now is null ? new(Finish, key) : new(Replace, [.. key, .. State(now)]), given is null ? [] : [LetterOf(given)], cancel);
    }

    public async Task<IReadOnlyList<EventBacklog>> DueAsync(
        IReadOnlyCollection<string> consumers, DateTimeOffset now, int limit, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var due = context.EventBacklogs.AsNoTracking().Where(row => row.DueAt <= now && consumers.Contains(row.Consumer)).OrderBy(row => row.DueAt);
        return [.. (await due.Take(limit).ToListAsync(cancel)).Select(Of)];
    }

    public async Task<IReadOnlyList<DeadLetter>> WantedAgainAsync(IReadOnlyCollection<string> consumers, int limit, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var wanted = context.EventDeadLetters.AsNoTracking().Where(row => row.WantedAgain && consumers.Contains(row.Consumer)).OrderBy(row => row.Id);
        return [.. (await wanted.Take(limit).ToListAsync(cancel)).Select(Of)];
    }

    public async Task<DeadLetter?> FindLetterAsync(string consumer, Guid sessionId, long version, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.EventDeadLetters.AsNoTracking()
            .SingleOrDefaultAsync(row => row.SessionId == sessionId && row.Consumer == consumer && row.Version == version, cancel) is { } row ? Of(row) : null;
    }

    public Task RemoveLetterAsync(DeadLetter letter, CancellationToken cancel) =>
        writer.WriteAsync([new(Remove, letter.SessionId, letter.Consumer, letter.Version)], cancel);

    public Task UpdateLetterAsync(DeadLetter letter, CancellationToken cancel) => writer.WriteAsync(
        [new(FailAgain, letter.SessionId, letter.Consumer, letter.Version, letter.Attempts, letter.Error, letter.At.ToUnixTimeMilliseconds())], cancel);

    public async Task<int> StartOverAsync(string consumer, long after, DateTimeOffset now, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var head = await context.EventLog.MaxAsync(row => (long?)row.Id, cancel) ?? 0;
        for (var from = Math.Max(0, after); from < head; from += PositionsAtOnce)
        {
            var until = Math.Min(from + PositionsAtOnce, head);
            await writer.WriteAsync([new(StartOver, consumer, now.ToUnixTimeMilliseconds(), from, until)], cancel);
        }
        return await context.EventLog.Where(row => row.Id > after && row.Id <= head).Select(row => row.SessionId).Distinct().CountAsync(cancel);
    }

    private static object[] State(EventBacklog backlog) =>
        [backlog.Version, backlog.Attempts, backlog.DueAt.ToUnixTimeMilliseconds(), backlog.Error ?? (object)DBNull.Value, backlog.StartsOver];

    private static BatchStatement LetterOf(DeadLetter letter) => new(
        GiveUp, letter.SessionId, letter.Consumer, letter.Version, letter.Type, letter.Attempts, letter.Error, letter.At.ToUnixTimeMilliseconds());

    private static EventBacklog Of(EventBacklogRow row) =>
        new(row.Consumer, row.SessionId, row.Version, row.Attempts, row.DueAt, row.Error, row.StartsOver);

    private static DeadLetter Of(EventDeadLetterRow row) =>
        new(row.Consumer, row.SessionId, row.Version, row.Type, row.Attempts, row.Error, row.At);
}
