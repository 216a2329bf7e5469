namespace Arena.Runtime.TestingHost;

/// <summary>Brings continuations back to where they belong: to a simulation, or to an <see cref="IdleTrackingDispatcher"/>.</summary>
internal sealed class SimulationContext(Action<Action> add) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => add(() => d(state));

    public override void Send(SendOrPostCallback d, object? state) => d(state);
}
