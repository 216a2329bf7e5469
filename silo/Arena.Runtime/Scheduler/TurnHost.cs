namespace Arena.Runtime;

/// <summary>
/// What turns run in: an activation or an observer. It owns a scheduler, a gate and a bounded mailbox.
/// <see cref="Deliver"/> may be called from any thread; everything else runs on the scheduler.
/// </summary>
internal abstract class TurnHost : CallTarget
{
    private readonly int _mailboxLimit;
    private int _depth;
    private int _running;
    private bool _pumping;

    protected TurnHost(GrainId grainId, SiloServices services, int mailboxLimit, bool reentrant)
    {
        GrainId = grainId;
        Services = services;
        _mailboxLimit = mailboxLimit;
        Gate = new TurnGate(reentrant);
        Scheduler = new TurnScheduler(services.Dispatcher, this);
    }

    public GrainId GrainId { get; }

    public SiloServices Services { get; }

    public TurnScheduler Scheduler { get; }

    /// <summary>What the turns are called on.</summary>
    public abstract object Instance { get; }

    /// <summary>What stands between a call and the instance, outermost first.</summary>
    public abstract IReadOnlyList<IIncomingGrainCallFilter> Filters { get; }

    /// <summary>Turns that were delivered and have not begun.</summary>
    public override int Depth => Volatile.Read(ref _depth);

    /// <summary>Turns that were delivered and have not ended.</summary>
    public int Load => Depth + Volatile.Read(ref _running);

    protected TurnGate Gate { get; }

    /// <summary>Whether turns may begin now; when not, they wait.</summary>
    protected abstract bool IsOpen { get; }

    public override void Deliver(Turn turn)
    {
        var depth = Interlocked.Increment(ref _depth);
        if (depth > _mailboxLimit && turn is GrainCall)
        {
            Interlocked.Decrement(ref _depth);
            Services.Metrics.MailboxRejection();
            turn.Refuse(new LimitExceededException(nameof(GrainEngineOptions.MailboxLimit), depth, _mailboxLimit, GrainId));
            return;
        }

        Scheduler.Post(turn);
    }

    /// <summary>Begins an arrived turn, or keeps it until it may begin.</summary>
    public virtual void Accept(Turn turn)
    {
        if (IsOpen && Gate.TryBegin(turn)) Begin(turn);
        else Gate.Wait(turn);
    }

    /// <summary>Notes that a turn has ended. Its outcome is reported afterwards, then <see cref="Pump"/> is called.</summary>
    public virtual void End(Turn turn, Exception? failure)
    {
        Volatile.Write(ref _running, _running - 1);
        Gate.End(turn);
    }

    /// <summary>Begins what may begin now.</summary>
    public void Pump()
    {
        // A turn that ends at once comes back here from within Begin: the loop below goes on instead of nesting.
        if (_pumping) return;
        _pumping = true;
        while (IsOpen && Gate.TryTakeNext(out var turn)) Begin(turn);
        _pumping = false;
        if (Gate.IsQuiet) OnQuiet();
    }

    /// <summary>Reports a fault of the engine itself: what is watched handles the faults of others on its own.</summary>
    protected void Watch(Task task)
    {
        if (task.IsCompletedSuccessfully) return;
        task.ContinueWith(
            static (failed, host) => ((TurnHost)host!).Services.Logger.TurnSchedulerFault(failed.Exception!, ((TurnHost)host).GrainId),
            this,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>No turn is running.</summary>
    protected virtual void OnQuiet()
    {
    }

    /// <summary>Gives up all that waits here, in order, so that it can go elsewhere.</summary>
    protected List<Turn> TakeWaiting()
    {
        var waiting = Gate.TakeAll();
        foreach (var _ in waiting) Release();
        return waiting;
    }

    /// <summary>Counts a turn as no longer waiting here.</summary>
    protected void Release() => Interlocked.Decrement(ref _depth);

    private void Begin(Turn turn)
    {
        Volatile.Write(ref _running, _running + 1);
        Release();
        Watch(turn.RunAsync(this));
    }
}
