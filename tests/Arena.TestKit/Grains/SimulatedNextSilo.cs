using Arena.Grains.Ports;
using Arena.TestKit.Silos;

namespace Arena.TestKit.Grains;

/// <summary>Where a session of a simulated silo goes when that stops.</summary>
public sealed class SimulatedNextSilo(SimulatedSilo silo) : INextSilo
{
    public bool Exists => silo.HasNext;

    public SiloAddress? For(GrainId grain) => silo.NextFor(grain);

    public Task AnnounceDrainAsync()
    {
        silo.AnnounceDrain();
        return Task.CompletedTask;
    }
}
