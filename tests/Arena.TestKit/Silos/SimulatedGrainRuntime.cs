using Orleans.Core;
using Orleans.Timers;

namespace Arena.TestKit.Silos;

/// <summary>What grains of one simulated silo see of their runtime.</summary>
internal sealed class SimulatedGrainRuntime(SimulatedSilo silo) : IGrainRuntime, ITimerRegistry
{
    public string SiloIdentity => silo.Name;

    public SiloAddress SiloAddress => silo.Address;

    public IGrainFactory GrainFactory => silo.GrainFactory;

    public ITimerRegistry TimerRegistry => this;

    public IServiceProvider ServiceProvider => silo.Services;

    public TimeProvider TimeProvider => silo.Process.Time;

    public void DeactivateOnIdle(IGrainContext grainContext) =>
        grainContext.Deactivate(new(DeactivationReasonCode.ApplicationRequested, "The grain asked for it."));

    /// <summary>Nothing is collected here for being idle.</summary>
    public void DelayDeactivation(IGrainContext grainContext, TimeSpan timeSpan)
    {
    }

    public IStorage<TGrainState> GetStorage<TGrainState>(IGrainContext grainContext) => throw new NotSupportedException();

    public IDisposable RegisterTimer(
        IGrainContext grainContext, Func<object?, Task> callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new NotSupportedException();

    public IGrainTimer RegisterGrainTimer<TState>(
        IGrainContext grainContext, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        var timer = new SimulatedGrainTimer((SimulatedActivation)grainContext, options.Interleave, cancel => callback(state, cancel));
        timer.Change(options.DueTime, options.Period);
        return timer;
    }
}
