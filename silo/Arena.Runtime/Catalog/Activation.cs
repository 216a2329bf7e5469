namespace Arena.Runtime;

/// <summary>
/// One instance of a grain in memory. What holds here:
/// <list type="number">
/// <item>States only move forward: new, activating, active, deactivating, retired. All moves happen on the activation's scheduler.</item>
/// <item>No turn begins before the activation is active, nor once it was asked to end. Turns that are running then are waited for.</item>
/// <item>The activation leaves the catalog after OnDeactivateAsync, never before, so two activations of one grain do not overlap.</item>
/// <item>No call is lost by deactivation: what waited is routed anew, and what still arrives at a retired activation is passed on.</item>
/// <item>A failed activation fails those who waited for it, and only them.</item>
/// </list>
/// </summary>
internal sealed class Activation : TurnHost, IGrainContext
{
    private readonly GrainClass _class;
    private readonly CallRouter _router;
    private readonly Action<Activation> _onRetired;
    private readonly TaskCompletionSource _deactivated = new();
    private readonly List<GrainTimer> _timers = [];
    private GrainInstance? _instance;
    private IReadOnlyList<IIncomingGrainCallFilter> _filters;
    private volatile ActivationState _state;
    private DeactivationReason? _leaving;
    private bool _served;

    public Activation(GrainId id, GrainClass grainClass, SiloServices services, CallRouter router, Action<Activation> onRetired)
        : base(id, services, services.Options.MailboxLimit, grainClass.Info.IsReentrant)
    {
        _class = grainClass;
        _router = router;
        _onRetired = onRetired;
        _filters = services.Filters;
        Idle = new IdleClock(services.Time);
        Sequence = services.NextSequence();
    }

    /// <summary>The activation whose grain is being constructed on this thread.</summary>
    public static Activation? Constructing => TurnScheduler.CurrentHost as Activation;

    /// <summary>The order of creation; what is enumerated by it is enumerated alike in every run.</summary>
    public long Sequence { get; }

    public IdleClock Idle { get; }

    public GrainReferenceRuntime Runtime => _router;

    public override bool IsRetired => _state == ActivationState.Retired;

    public override object Instance => _instance!.Grain!;

    public override IReadOnlyList<IIncomingGrainCallFilter> Filters => _filters;

    public object? GrainInstance => _instance?.Grain;

    public IServiceProvider ActivationServices => _instance?.Services
        ?? throw new InvalidOperationException($"{GrainId} is not activated yet.");

    public Task Deactivated => _deactivated.Task;

    protected override bool IsOpen => _state == ActivationState.Active && _leaving is null && Services.HoldsLease;

    public override void Accept(Turn turn)
    {
        if (_state == ActivationState.Retired)
        {
            Release();
            PassOn(turn);
            return;
        }

        base.Accept(turn);
        if (_state == ActivationState.New) Watch(ActivateAsync());
    }

    public override void End(Turn turn, Exception? failure)
    {
        base.End(turn, failure);
        _served = true;
        if (turn.KeepsAlive) Idle.Touch();
        if (failure is InconsistentStateException)
            Leave(new DeactivationReason(DeactivationReasonCode.ApplicationError, failure, "The stored state has changed."));
    }

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        if (TurnScheduler.CurrentHost == this) Leave(deactivationReason);
        else Scheduler.Post(() => LeaveNow(deactivationReason));
    }

    /// <summary>Deactivates if nobody has called for the collection age; from any thread.</summary>
    public void CollectIfIdle(TimeSpan age)
    {
        if (_state != ActivationState.Active || Depth > 0 || !Idle.IsIdleFor(age)) return;
        Scheduler.Post(() =>
        {
            if (Gate.IsQuiet && Gate.Waiting == 0 && Idle.IsIdleFor(age))
                LeaveNow(new DeactivationReason(DeactivationReasonCode.ActivationIdle, $"Nobody called for {age}."));
        });
    }

    /// <summary>Begins what had to wait until the silo held its lease again; from any thread.</summary>
    public void Resume() => Scheduler.Post(Pump);

    public void DelayCollection(TimeSpan delay) => Idle.Delay(delay);

    public void AddState(IPersistentStateFacet state) => _instance!.AddState(state);

    public IGrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        if (TurnScheduler.CurrentHost != this)
            throw new InvalidOperationException($"A timer of {GrainId} can only be registered from one of its own turns.");
        if (_state is ActivationState.Deactivating or ActivationState.Retired)
            throw new InvalidOperationException($"{GrainId} is deactivating and takes no new timer.");
        var timer = new GrainTimer(this, callback, options);
        _timers.Add(timer);
        return timer;
    }

    public void Forget(GrainTimer timer) => _timers.Remove(timer);

    protected override void OnQuiet()
    {
        if (_leaving is { } reason && _state == ActivationState.Active) Watch(DeactivateAsync(reason));
    }

    private async Task ActivateAsync()
    {
        _state = ActivationState.Activating;
        try
        {
            _instance = new GrainInstance(this, _class, Services);
            await _instance.ActivateAsync();
            if (_instance.Grain is IIncomingGrainCallFilter ownFilter) _filters = [.. _filters, ownFilter];
        }
        catch (Exception exception)
        {
            Services.Logger.ActivationFailed(exception, GrainId);
            await RetireAsync();
            foreach (var turn in TakeWaiting()) turn.Refuse(exception);
            return;
        }

        Services.Logger.Activated(GrainId);
        Idle.Touch();
        _state = ActivationState.Active;
        Pump();
    }

    private void LeaveNow(DeactivationReason reason)
    {
        switch (_state)
        {
            case ActivationState.New:
                _leaving = reason;
                Watch(DeactivateAsync(reason));
                break;
            case ActivationState.Activating:
                Leave(reason);
                break;
            case ActivationState.Active:
                Leave(reason);
                Pump();
                break;
        }
    }

    private void Leave(DeactivationReason reason) => _leaving ??= reason;

    private async Task DeactivateAsync(DeactivationReason reason)
    {
        _state = ActivationState.Deactivating;
        DisposeTimers();
        if (_instance is not null) await _instance.DeactivateAsync(reason);
        await RetireAsync();
        Services.Logger.Deactivated(GrainId, reason);
        var askedBeforeServing = !_served && reason.ReasonCode == DeactivationReasonCode.ApplicationRequested;
        foreach (var turn in TakeWaiting())
        {
            // Routing these anew would make the next activation leave as well, and so on for ever.
            if (askedBeforeServing)
                turn.Refuse(new OrleansMessageRejectionException($"{GrainId} asked to be deactivated before it served {turn.Name}."));
            else PassOn(turn);
        }
    }

    private async Task RetireAsync()
    {
        DisposeTimers();
        if (_instance is not null) await _instance.ReleaseAsync();
        _state = ActivationState.Retired;
        _onRetired(this);
        _deactivated.SetResult();
    }

    private void DisposeTimers()
    {
        foreach (var timer in _timers.ToArray()) timer.Dispose();
    }

    private void PassOn(Turn turn)
    {
        if (turn is GrainCall call) _router.Route(call);
    }
}
