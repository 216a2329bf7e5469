namespace Arena.Runtime;

/// <summary>The links of a process that calls the grains of a cluster.</summary>
public interface IClusterLinks
{
    /// <summary>Hears of every link to a silo that has ended: pushes that were subscribed to through it are lost. Must not block.</summary>
    event Action<SiloAddress> LinkLost;
}
