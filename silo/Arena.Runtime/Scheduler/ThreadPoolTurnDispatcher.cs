namespace Arena.Runtime;

/// <summary>
/// Runs turns on the thread pool, first come, first served: the pool's local queues are last in, first out, and let one busy pair of
/// grains keep all others waiting for tens of milliseconds (measured by tests/Arena.Bench).
/// </summary>
internal sealed class ThreadPoolTurnDispatcher : ITurnDispatcher
{
    public void Dispatch(IThreadPoolWorkItem workItem) => ThreadPool.UnsafeQueueUserWorkItem(workItem, preferLocal: false);
}
