namespace Arena.Runtime;

/// <summary>
/// Finds the target of a call and hands it over. What holds here:
/// <list type="number">
/// <item>A call is registered as waiting before it is handed over, so its answer cannot come too early.</item>
/// <item>A refused call was not seen by the grain.</item>
/// <item>While the silo drains, only grains may call, and only activations that still exist: nothing is activated any more.</item>
/// </list>
/// </summary>
internal sealed class CallRouter(
    SiloServices services,
    ManifestIndex manifest,
    Catalog catalog,
    ObserverRegistry observers,
    PendingCalls pending) : GrainReferenceRuntime
{
    private volatile SiloStatus _status = SiloStatus.Created;

    public SiloStatus Status
    {
        get => _status;
        set => _status = value;
    }

    internal override ITurnDispatcher Dispatcher => services.Dispatcher;

    internal override void Send(GrainReference reference, GrainCall call)
    {
        call.Reference = reference;
        call.CaptureCaller();
        if (_status != SiloStatus.Running && !(_status == SiloStatus.Draining && call.Sender is not null))
        {
            call.Refuse(new SiloUnavailableException($"{call.Name} on {reference.GrainId} was refused: the silo is {_status}."));
            return;
        }

        if (!call.Method.IsOneWay && !pending.TryAdd(call))
        {
            call.Refuse(new SiloUnavailableException($"{call.Name} on {reference.GrainId} was refused: the silo has stopped."));
            return;
        }

        var target = reference.Hint;
        if (target is { IsRetired: false } && _status == SiloStatus.Running) target.Deliver(call);
        else Route(call);
    }

    /// <summary>Looks the target up and hands the call over: for the first call of a reference, and for calls whose target has gone.</summary>
    public void Route(GrainCall call)
    {
        var reference = call.Reference!;
        var target = Find(reference.GrainId);
        if (target is null)
        {
            call.Refuse(new SiloUnavailableException($"{call.Name} on {reference.GrainId} was refused: the silo is {_status}."));
            return;
        }

        reference.Hint = target;
        target.Deliver(call);
    }

    internal override void Refused(GrainCall call, Exception reason)
    {
        if (call.Method.IsOneWay) services.Logger.OneWayRefused(reason, call.Name, call.Reference!.GrainId);
    }

    internal override object CreateReference(Type interfaceType, GrainId grainId) =>
        manifest.Interface(interfaceType).CreateProxy(this, grainId);

    private CallTarget? Find(GrainId id)
    {
        if (id.Type == ObserverRegistry.GrainType) return observers.Find(id);
        if (_status != SiloStatus.Running) return catalog.FindExisting(id);
        var target = catalog.GetOrCreate(id);
        if (_status != SiloStatus.Running && target is Activation late)
        {
            // It may have been made after the drain looked for activations.
            late.Deactivate(new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The silo stops."));
        }

        return target;
    }
}
