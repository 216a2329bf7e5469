namespace Arena.TestKit.Silos;

/// <summary>Places the grains of one game on one silo: that with the highest hash of the game and its name.</summary>
internal static class SimulatedPlacement
{
    public static SimulatedSilo? Choose(GrainId grain, IEnumerable<SimulatedSilo> silos)
    {
        var group = grain.Key.ToString()!.Split('/')[0];
        return silos.Where(silo => !silo.IsStopping).MaxBy(silo => Hash($"{group}@{silo.Name}"));
    }

    /// <summary>FNV-1a: string.GetHashCode differs from run to run.</summary>
    public static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
            hash = (hash ^ character) * 16777619u;
        // The last characters have barely reached the high bits, which decide.
        hash ^= hash >> 16;
        return hash * 0x85EBCA6Bu;
    }
}
