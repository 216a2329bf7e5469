namespace Arena.Runtime.TestingHost;

/// <summary>
/// Runs turns, and the loops of hosted services, on the thread pool and knows when none is left to run.
/// </summary>
public sealed class IdleTrackingDispatcher : ITurnDispatcher
{
    private readonly Lock _lock = new();
    private readonly SimulationContext _context;
    private int _outstanding;
    private TaskCompletionSource? _idle;

    /// <summary>Runs nothing yet.</summary>
    public IdleTrackingDispatcher() => _context = new(step => Dispatch(new Continuation(_context!, step)));

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

    /// <summary>
    /// Begins some work, whose awaits come back here, so that it counts as running whenever it can run. Without this, virtual time would
    /// pass while a loop still waits for a thread to begin on, or to continue on: it would then set its timer too late, or miss a period.
    /// </summary>
    /// <param name="work">The work; it begins within this call.</param>
    /// <returns>Completes with the work.</returns>
    internal Task RunAsync(Func<Task> work)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_context);
        try
        {
            return work();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
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

    private sealed class Continuation(SynchronizationContext context, Action step) : IThreadPoolWorkItem
    {
        public void Execute()
        {
            SynchronizationContext.SetSynchronizationContext(context);
            try
            {
                step();
            }
            finally
            {
                SynchronizationContext.SetSynchronizationContext(null);
            }
        }
    }
}
