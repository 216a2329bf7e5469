namespace Arena.Runtime;

/// <summary>Runs turns on the thread pool.</summary>
internal sealed class ThreadPoolTurnDispatcher : ITurnDispatcher
{
    public void Dispatch(IThreadPoolWorkItem workItem) => ThreadPool.UnsafeQueueUserWorkItem(workItem, preferLocal: true);
}
