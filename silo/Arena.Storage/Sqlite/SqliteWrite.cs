namespace Arena.Storage.Sqlite;

/// <summary>A write that waits for its commit.</summary>
/// <param name="entries">How many entries or states it writes, for telemetry.</param>
/// <param name="cancel">Takes it out of the queue if it has not been begun.</param>
internal abstract class SqliteWrite(int entries, CancellationToken cancel)
{
    public int Entries => entries;

    public CancellationToken Cancel => cancel;

    /// <summary>Runs inside the writer's transaction. Writes all it has to or, when it refuses or throws, nothing.</summary>
    public abstract void Run(SqliteStatements statements);

    /// <summary>Releases the caller: its statements are durable.</summary>
    public abstract void Succeed();

    /// <summary>Releases the caller with the reason why it was not done, or why that is unknown.</summary>
    public abstract void Fail(Exception reason);
}

/// <summary>A write with a result.</summary>
internal sealed class SqliteWrite<T>(Func<SqliteStatements, T> work, int entries, CancellationToken cancel) : SqliteWrite(entries, cancel)
{
    // Callers continue on another thread: the writer's thread belongs to the next commit.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Done => _done.Task;

    public override void Run(SqliteStatements statements) => _result = work(statements);

    public override void Succeed() => _done.TrySetResult(_result);

    public override void Fail(Exception reason) => _done.TrySetException(reason);
}
