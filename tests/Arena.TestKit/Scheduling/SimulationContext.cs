namespace Arena.TestKit.Scheduling;

/// <summary>Brings the continuations of a simulated test, or of a simulated process, back to the simulation.</summary>
internal sealed class SimulationContext(Action<Action> add) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => add(() => d(state));

    public override void Send(SendOrPostCallback d, object? state) => d(state);
}
