using System.Collections.Concurrent;

namespace Arena.Runtime;

/// <summary>
/// The scheduler of one activation. What holds here:
/// <list type="number">
/// <item>At most one thread runs work of this scheduler at any moment. <see cref="_status"/> is the proof: only who moves it from idle
/// to scheduled may dispatch, and only the dispatched burst moves it back.</item>
/// <item>Work runs in the order in which it was posted: incoming turns, continuations and the engine's own actions
/// share one queue.</item>
/// <item>Nothing posted is ever stranded: the poster enqueues before it looks at the status, the burst goes idle before it looks at the
/// queue again, so one of the two sees the other.</item>
/// <item>While work runs, <see cref="TaskScheduler.Current"/> is this scheduler, so an await in grain code comes back here.</item>
/// <item>A burst is bounded, so that a busy activation cannot keep a thread from the others.</item>
/// </list>
/// </summary>
internal sealed class TurnScheduler(ITurnDispatcher dispatcher, TurnHost host) : TaskScheduler, IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Scheduled = 1;
    private const int BurstLimit = 64;

    private static readonly Action<object?> RunBurst = static scheduler => ((TurnScheduler)scheduler!).Drain();

    [ThreadStatic]
    private static TurnScheduler? _executing;

    private readonly ConcurrentQueue<object> _work = new();
    private int _status;

    public override int MaximumConcurrencyLevel => 1;

    public TurnHost Host => host;

    /// <summary>The activation or observer whose code is running on this thread.</summary>
    public static TurnHost? CurrentHost => (Current as TurnScheduler)?.Host;

    /// <summary>Queues an incoming turn.</summary>
    public void Post(Turn turn) => Enqueue(turn);

    /// <summary>Queues an action of the engine itself. It carries no execution context and does not throw.</summary>
    public void Post(Action action) => Enqueue(action);

    void IThreadPoolWorkItem.Execute()
    {
        var outer = _executing;
        _executing = this;
        try
        {
            var burst = new Task(RunBurst, this, TaskCreationOptions.DenyChildAttach);
            burst.RunSynchronously(this);
            if (burst.Exception is { } fault) host.Services.Logger.TurnSchedulerFault(fault, host.GrainId);
        }
        finally
        {
            _executing = outer;
        }

        Interlocked.Exchange(ref _status, Idle);
        if (!_work.IsEmpty) DispatchIfIdle();
    }

    protected override void QueueTask(Task task) => Enqueue(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && _executing == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => _work.OfType<Task>();

    private void Drain()
    {
        for (var left = BurstLimit; left > 0 && _work.TryDequeue(out var work); left--)
        {
            switch (work)
            {
                case Turn turn: host.Accept(turn); break;
                case Action action: action(); break;
                default: TryExecuteTask((Task)work); break;
            }
        }
    }

    private void Enqueue(object work)
    {
        _work.Enqueue(work);
        DispatchIfIdle();
    }

    private void DispatchIfIdle()
    {
        if (Interlocked.CompareExchange(ref _status, Scheduled, Idle) == Idle) dispatcher.Dispatch(this);
    }
}
