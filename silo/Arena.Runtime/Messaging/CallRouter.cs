namespace Arena.Runtime;

/// <summary>
/// Finds the target of a call and hands it over. What holds here:
/// <list type="number">
/// <item>A call is registered as waiting before it is handed over, so its answer cannot come too early.</item>
/// <item>A refused call was not seen by the grain.</item>
/// <item>While the silo drains, only grains may call, and only activations that still exist: nothing is activated any more.</item>
/// <item>While the silo does not hold its lease, its grains send nothing.</item>
/// </list>
/// </summary>
/// <param name="services">What every part shares.</param>
/// <param name="manifest">The interfaces and classes.</param>
/// <param name="catalog">The activations; null in a process that hosts no grains.</param>
/// <param name="observers">The observers of this process.</param>
/// <param name="pending">The calls that wait for an answer.</param>
/// <param name="cluster">The way to other processes; null if there are none.</param>
internal sealed class CallRouter(
    SiloServices services,
    ManifestIndex manifest,
    Catalog? catalog,
    ObserverRegistry observers,
    PendingCalls pending,
    ClusterRouting? cluster) : GrainReferenceRuntime
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

        if (call.Sender is not null && !services.HoldsLease)
        {
            call.Refuse(new SiloUnavailableException($"{call.Name} on {reference.GrainId} was refused: the silo does not hold its lease."));
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

    /// <summary>Takes a call that came from another process.</summary>
    public void Receive(GrainCall call)
    {
        if (services.HoldsLease && _status != SiloStatus.Created) Route(call);
        else if (call.Origin is { } origin) origin.NotHere(call, null);
        else call.Refuse(new SiloUnavailableException($"{call.Name} on {call.GrainId} was refused: the silo does not hold its lease."));
    }

    /// <summary>Looks the target up and hands the call over: for the first call of a reference, and for calls whose target has gone.</summary>
    public void Route(GrainCall call)
    {
        var id = call.GrainId;
        if (id.Type == ObserverRegistry.GrainType && observers.ProcessOf(id) is { } process && process != observers.Process)
        {
            Push(call, process);
            return;
        }

        var target = FindHere(id);
        if (target is not null)
        {
            if (call.Reference is { } reference) reference.Hint = target;
            target.Deliver(call);
        }
        else if (cluster is not null && _status == SiloStatus.Running && id.Type != ObserverRegistry.GrainType) cluster.Route(call);
        else if (call.Origin is { } origin && id.Type != ObserverRegistry.GrainType) origin.NotHere(call, null);
        else call.Refuse(new SiloUnavailableException($"{call.Name} on {id} was refused: the silo is {_status}."));
    }

    internal override void Refused(GrainCall call, Exception reason)
    {
        if (call.Method.IsOneWay) services.Logger.OneWayRefused(reason, call.Name, call.GrainId);
    }

    internal override object CreateReference(Type interfaceType, GrainId grainId) =>
        manifest.Interface(interfaceType).CreateProxy(this, grainId);

    private void Push(GrainCall call, string process)
    {
        if (cluster is not null && services.HoldsLease && cluster.TryPush(call, process)) return;
        services.Metrics.ObserverDrop();
        services.Logger.ObserverGone(call.Name, call.GrainId);
    }

    private CallTarget? FindHere(GrainId id)
    {
        if (id.Type == ObserverRegistry.GrainType) return observers.Find(id);
        if (catalog is null) return null;
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
