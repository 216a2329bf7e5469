using Microsoft.Extensions.DependencyInjection;

namespace Arena.Simulation.Tests;

/// <summary>Calls from within a silo.</summary>
internal static class SiloGrains
{
    /// <summary>A reference as a co-hosted caller of that silo has it.</summary>
    public static T Grain<T>(this SiloHandle silo, string key)
        where T : IGrainWithStringKey => silo.Services.GetRequiredService<IClusterClient>().GetGrain<T>(key);
}
