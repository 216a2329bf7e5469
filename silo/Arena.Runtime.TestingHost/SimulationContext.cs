namespace Arena.Runtime.TestingHost;

/// <summary>Brings the continuations of a simulated test back to the simulation.</summary>
internal sealed class SimulationContext(Simulation simulation) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => simulation.Post(() => d(state));

    public override void Send(SendOrPostCallback d, object? state) => d(state);
}
