using Arena.Grains.Ports;

namespace Arena.Storage.Postgres;

/// <summary>An append that waits for its commit.</summary>
internal sealed class PostgresAppend(JournalAppend append, CancellationToken cancel)
{
    private readonly TaskCompletionSource<AppendResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public JournalAppend Append => append;

    public CancellationToken Cancel => cancel;

    public Task<AppendResult> Done => _done.Task;

    public void Succeed(AppendResult result) => _done.TrySetResult(result);

    public void Fail(Exception reason) => _done.TrySetException(reason);
}
