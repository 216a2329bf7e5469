using System.Diagnostics;
using Arena.Grains.Ports;
using Arena.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace Arena.Storage.Sqlite;

/// <summary>
/// The one writer of journals and grain states: a thread with a connection of its own that takes all writes which wait, runs them in one
/// transaction, commits (one fsync for all of them) and only then releases their callers.
/// </summary>
/// <remarks>
/// A thread, not a task, because SQLite blocks in fsync. A write that violates a constraint harms no other: the batch is rolled back and
/// each write is then run in a transaction of its own. A failed commit is the one case in which the outcome is unknown, unless it was the
/// room that failed: what marks the transaction as committed is written last, so it was not.
/// </remarks>
internal sealed partial class SqliteWriter : IWriteDrain, IAsyncDisposable
{
    private readonly SqliteDatabase _database;
    private readonly GroupCommitQueue<SqliteWrite> _queue;
    private readonly StorageMetrics _metrics;
    private readonly ILogger<SqliteWriter> _logger;
    private readonly Lazy<Task> _thread;
    private SqliteStatements? _statements;

    public SqliteWriter(
        SqliteDatabase database, GroupCommitQueue<SqliteWrite> queue, StorageMetrics metrics, ILogger<SqliteWriter> logger)
    {
        _database = database;
        _queue = queue;
        _metrics = metrics;
        _logger = logger;
        _thread = new(() => Task.Factory.StartNew(
            Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
    }

    /// <summary>Runs the work in the next commit. The task completes when that is durable.</summary>
    /// <param name="work">All or nothing; see <see cref="SqliteWrite.Run"/>.</param>
    /// <param name="entries">How many entries or states it writes.</param>
    /// <param name="cancel">Stops the wait. A write that is already being committed takes effect nevertheless.</param>
    public Task<T> WriteAsync<T>(Func<SqliteStatements, T> work, int entries, CancellationToken cancel)
    {
        var write = new SqliteWrite<T>(work, entries, cancel);
        _queue.Add(write);
        _ = _thread.Value;
        return write.Done.WaitAsync(cancel);
    }

    public Task DrainAsync()
    {
        _queue.Close();
        return _thread.Value;
    }

    public async ValueTask DisposeAsync() => await DrainAsync();

    private void Loop()
    {
        var batch = new List<SqliteWrite>();
        while (_queue.WaitAsync().AsTask().GetAwaiter().GetResult())
        {
            _queue.TakeInto(batch);
            foreach (var write in batch.Where(write => write.Cancel.IsCancellationRequested))
                write.Fail(new OperationCanceledException(write.Cancel));
            batch.RemoveAll(write => write.Cancel.IsCancellationRequested);
            if (batch.Count > 0)
                Write(batch);
            batch.Clear();
        }
        Close();
    }

    private void Write(List<SqliteWrite> batch)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            _statements ??= new(_database.OpenOwn(SqliteOpenMode.ReadWrite));
            _statements.Execute("BEGIN IMMEDIATE");
            foreach (var write in batch)
                write.Run(_statements);
        }
        catch (Exception exception) when (batch.Count > 1 && IsOneWritesFault(exception))
        {
            Close();
            LogIsolating(_logger, batch.Count, exception);
            foreach (var write in batch)
                Write([write]);
            return;
        }
        catch (Exception exception)
        {
            Close();
            LogRefused(_logger, batch.Count, exception);
            Fail(batch, IsOneWritesFault(exception) ? exception : Unavailable(exception));
            return;
        }
        Commit(batch, started);
    }

    private void Commit(List<SqliteWrite> batch, long started)
    {
        try
        {
            _statements!.Execute("COMMIT");
        }
        catch (SqliteException full) when (full.SqliteErrorCode == raw.SQLITE_FULL)
        {
            Close();
            LogRefused(_logger, batch.Count, full);
            Fail(batch, Unavailable(full));
            return;
        }
        catch (Exception exception)
        {
            Close();
            LogUnknown(_logger, batch.Count, exception);
            Fail(batch, new JournalOutcomeUnknownException(exception));
            return;
        }
        _metrics.Committed(Stopwatch.GetElapsedTime(started), batch.Sum(write => write.Entries));
        foreach (var write in batch)
            write.Succeed();
    }

    // Every failure that is not SQLite's own (disk, lock, damage) was caused by a write.
    private static bool IsOneWritesFault(Exception exception) =>
        exception is not SqliteException { SqliteErrorCode: not (raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH) };

    private JournalUnavailableException Unavailable(Exception cause) => new($"{_database.FullPath}: {cause.Message}", cause);

    private static void Fail(List<SqliteWrite> batch, Exception reason)
    {
        foreach (var write in batch)
            write.Fail(reason);
    }

    // Closing rolls back, regardless of the state in which the failure left the connection. The next write opens another.
    private void Close()
    {
        _statements?.Dispose();
        _statements = null;
    }

    [LoggerMessage(EventId = 305, Level = LogLevel.Warning, Message = "One of {Count} writes cannot be done; each is now done by itself")]
    private static partial void LogIsolating(ILogger logger, int count, Exception exception);

    [LoggerMessage(EventId = 306, Level = LogLevel.Error, Message = "{Count} writes were not done")]
    private static partial void LogRefused(ILogger logger, int count, Exception exception);

    [LoggerMessage(EventId = 307, Level = LogLevel.Critical, Message = "A commit failed: it is not known whether {Count} writes are durable")]
    private static partial void LogUnknown(ILogger logger, int count, Exception exception);
}
