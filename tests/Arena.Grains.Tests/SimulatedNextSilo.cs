using Arena.Grains.Ports;

namespace Arena.Grains.Tests;

/// <summary>Where a session of a simulated silo goes when that stops.</summary>
internal sealed class SimulatedNextSilo(SimulatedSilo silo) : INextSilo
{
    public bool Exists => silo.HasNext;

    public SiloAddress? For(GrainId grain) => silo.NextFor(grain);

    public Task AnnounceDrainAsync()
    {
        silo.AnnounceDrain();
        return Task.CompletedTask;
    }
}
