using System.Data;
using System.Data.Common;
using System.Text.Json;
using Arena.Grains;
using Arena.Grains.Ports;
using Arena.Storage.Configuration;
using Arena.Storage.Model;
using Arena.Storage.Startup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Verification;

/// <summary>
/// Replays the log of every session and compares the resulting state with the rows of players, answers and scores, and with the snapshot if one
/// is kept. Only reads. Each session is read as of one instant, so games may run during a verification.
/// </summary>
public sealed class StorageVerifier(IDbContextFactory<ArenaDbContext> contexts)
{
    private const int SessionsAPage = 500;

    /// <param name="name">The database, for people.</param>
    /// <param name="report">Receives each difference.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="StorageException">The schema is not the present one.</exception>
    public async Task<VerificationResult> VerifyAsync(string name, Action<string> report, CancellationToken cancel)
    {
        var result = new VerificationResult(0, 0, 0, 0);
        await using (var context = await contexts.CreateDbContextAsync(cancel))
            await SchemaCheck.IsPresentAsync(context, name, cancel);
        for (var last = Guid.Empty; ;)
        {
            var page = await PageAsync(last, cancel);
            foreach (var session in page)
            {
                var (entries, answers, differences) = await CompareAsync(session, cancel);
                foreach (var difference in differences)
                    report($"session {session}: {difference}");
                result = new(result.Sessions + 1, result.Entries + entries, result.Answers + answers, result.Differences + differences.Count);
            }
            if (page.Count < SessionsAPage)
                return result;
            last = page[^1];
        }
    }

    private async Task<List<Guid>> PageAsync(Guid after, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.GameSessions
            .Where(row => row.Id > after && row.Status != SessionStatus.Expired).OrderBy(row => row.Id).Take(SessionsAPage).Select(row => row.Id).ToListAsync(cancel);
    }

    private async Task<(int Entries, int Answers, List<string> Differences)> CompareAsync(Guid sessionId, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await context.Database.OpenConnectionAsync(cancel);
        await using var snapshot = await SnapshotAsync(context.Database.GetDbConnection(), cancel);
        await context.Database.UseTransactionAsync(snapshot, cancel);
        var log = await context.EventLog.AsNoTracking().Where(row => row.SessionId == sessionId).OrderBy(row => row.Version).ToListAsync(cancel);
        if (await SessionRows.ReadAsync(context, sessionId, cancel) is not { } rows)
            return (0, 0, []);
        var kept = await context.SessionSnapshots.AsNoTracking().SingleOrDefaultAsync(row => row.SessionId == sessionId, cancel);
        return (log.Count, rows.Answers.Count, Differences(log, rows, kept));
    }

    private static List<string> Differences(List<EventLogRow> log, SessionRows rows, SessionSnapshotRow? kept)
    {
        if (Gap(log) is { } gap)
            return [$"the log lacks version {gap}"];
        if (rows.Session.Version != log.Count)
            return [$"the log ends at version {log.Count}, the session's row says {rows.Session.Version}"];
        try
        {
            var entries = log.ConvertAll(row => new JournalEntry(row.Type, row.PayloadJson, row.CreatedAt.ToUnixTimeMilliseconds()));
            var differences = rows.CompareWith(SessionReplay.Of(entries));
            if (kept is not null && SessionReplay.FaultOf(Snapshot(kept), entries) is { } fault)
                differences.Add(fault);
            return differences;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or JsonException)
        {
            return [$"the log cannot be replayed: {unreadable.Message}"];
        }
    }

    private static SessionSnapshot Snapshot(SessionSnapshotRow kept) =>
        new(kept.Version, kept.CreatedAt.ToUnixTimeMilliseconds(), kept.Type, kept.Payload);

    private static int? Gap(List<EventLogRow> log)
    {
        for (var i = 0; i < log.Count; i++)
        {
            if (log[i].Version != i + 1)
                return i + 1;
        }
        return null;
    }

    // SQLite would take the lock of writers for any other kind of transaction.
    private static async Task<DbTransaction> SnapshotAsync(DbConnection connection, CancellationToken cancel) =>
        connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
}
