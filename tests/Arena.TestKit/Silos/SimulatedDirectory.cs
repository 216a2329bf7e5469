namespace Arena.TestKit.Silos;

/// <summary>Which silo has which grain. A silo that believes another one dead ignores its registrations, and registers itself.</summary>
internal sealed class SimulatedDirectory
{
    private readonly Dictionary<GrainId, SimulatedSilo> _homes = [];

    public SimulatedSilo? Find(GrainId grain) => _homes.GetValueOrDefault(grain);

    public void Register(GrainId grain, SimulatedSilo silo) => _homes[grain] = silo;

    public void Unregister(GrainId grain, SimulatedSilo silo)
    {
        if (_homes.GetValueOrDefault(grain) == silo)
            _homes.Remove(grain);
    }
}
