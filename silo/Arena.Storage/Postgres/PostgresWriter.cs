using System.Diagnostics;
using Arena.Grains.Ports;
using Arena.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace Arena.Storage.Postgres;

/// <summary>
/// This process's one writer of journals: a loop with a connection of its own that takes all appends which wait, writes them by one
/// statement and only then releases their callers.
/// </summary>
internal sealed partial class PostgresWriter : IWriteDrain, IAsyncDisposable
{
    /// <summary>The timeout of a write: its callers get an error, and the next write opens another connection.</summary>
    private const int PatienceSeconds = 10;

    private readonly PostgresDatabase _database;
    private readonly GroupCommitQueue<PostgresAppend> _queue;
    private readonly StorageMetrics _metrics;
    private readonly ILogger<PostgresWriter> _logger;
    private readonly Lazy<Task> _loop;
    private PostgresAppendStatement? _statement;

    public PostgresWriter(
        PostgresDatabase database, GroupCommitQueue<PostgresAppend> queue, StorageMetrics metrics, ILogger<PostgresWriter> logger)
    {
        _database = database;
        _queue = queue;
        _metrics = metrics;
        _logger = logger;
        _loop = new(() => Task.Run(LoopAsync));
    }

    /// <summary>Appends in the next commit. The task completes when that is durable.</summary>
    public Task<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancel)
    {
        var pending = new PostgresAppend(append, cancel);
        _queue.Add(pending);
        _ = _loop.Value;
        return pending.Done.WaitAsync(cancel);
    }

    public Task DrainAsync()
    {
        _queue.Close();
        return _loop.Value;
    }

    public async ValueTask DisposeAsync() => await DrainAsync();

    private async Task LoopAsync()
    {
        var waiting = new List<PostgresAppend>();
        var batch = new List<PostgresAppend>();
        var sessions = new HashSet<Guid>();
        while (waiting.Count > 0 || await _queue.WaitAsync())
        {
            _queue.TakeInto(waiting);
            // A session's second append follows the version that its first one makes: it goes into the next commit.
            sessions.Clear();
            batch.AddRange(waiting.Where(pending => sessions.Add(pending.Append.SessionId)));
            waiting.RemoveAll(batch.ToHashSet().Contains);
            foreach (var pending in batch.Where(pending => pending.Cancel.IsCancellationRequested))
                pending.Fail(new OperationCanceledException(pending.Cancel));
            batch.RemoveAll(pending => pending.Cancel.IsCancellationRequested);
            if (batch.Count > 0)
                await WriteAsync(batch);
            batch.Clear();
        }
        await CloseAsync();
    }

    private async Task WriteAsync(List<PostgresAppend> batch)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            if (_statement is null)
            {
                _statement = new(await _database.ConnectAsync(CancellationToken.None), PatienceSeconds);
                await _statement.PrepareAsync();
            }
            var owned = await _statement.ExecuteAsync(batch);
            _metrics.Committed(
                Stopwatch.GetElapsedTime(started),
                batch.Sum(pending => owned.Contains(pending.Append.SessionId) ? pending.Append.Entries.Count : 0));
            foreach (var pending in batch)
                pending.Succeed(owned.Contains(pending.Append.SessionId) ? AppendResult.Appended : AppendResult.Fenced);
        }
        catch (Exception exception) when (batch.Count > 1 && PostgresFailure.IsOneWritesFault(exception))
        {
            LogIsolating(_logger, batch.Count, exception);
            foreach (var pending in batch)
                await WriteAsync([pending]);
        }
        catch (Exception exception)
        {
            await CloseAsync();
            LogFailed(_logger, batch.Count, exception);
            var failure = exception.ToJournalFailure(_database.Name);
            foreach (var pending in batch)
                pending.Fail(failure);
        }
    }

    private async Task CloseAsync()
    {
        if (_statement is not null)
            await _statement.DisposeAsync();
        _statement = null;
    }

    [LoggerMessage(EventId = 301, Level = LogLevel.Warning, Message = "One of {Count} appends cannot be done; each is now done by itself")]
    private static partial void LogIsolating(ILogger logger, int count, Exception exception);

    [LoggerMessage(EventId = 302, Level = LogLevel.Error, Message = "{Count} appends failed")]
    private static partial void LogFailed(ILogger logger, int count, Exception exception);
}
