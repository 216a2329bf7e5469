namespace Arena.Runtime.TestingHost;

/// <summary>Runs turns on the thread pool and knows when none is left to run.</summary>
public sealed class IdleTrackingDispatcher : ITurnDispatcher
{
    private readonly Lock _lock = new();
    private int _outstanding;
    private TaskCompletionSource? _idle;

    /// <inheritdoc/>
    public void Dispatch(IThreadPoolWorkItem workItem)
    {
        lock (_lock) _outstanding++;
        ThreadPool.UnsafeQueueUserWorkItem(
            static run =>
            {
                try
                {
                    run.Item.Execute();
                }
                finally
                {
                    run.Owner.Done();
                }
            },
            (Owner: this, Item: workItem),
            preferLocal: true);
    }

    /// <summary>Completes when no turn is running or can run: what is left waits for time, for input, or for nothing.</summary>
    /// <returns>Completes when all is idle.</returns>
    public Task WhenIdle()
    {
        lock (_lock)
        {
            if (_outstanding == 0) return Task.CompletedTask;
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    private void Done()
    {
        TaskCompletionSource? idle = null;
        lock (_lock)
        {
            if (--_outstanding == 0) (idle, _idle) = (_idle, null);
        }

        idle?.SetResult();
    }
}
