using System.Numerics;

namespace Arena.Runtime;

/// <summary>
/// Where a group that nobody owns should live: a pure function of the group, the live silos and their load, so that all who agree on these
/// agree on the place. Weighted rendezvous hashing (Schindelhauer and Schomaker, 2005): a silo that comes or goes moves only its own share,
/// and a silo with less load draws more.
/// </summary>
internal static class Placement
{
    private const int LightLoad = 8;

    /// <summary>The silo of choice; null if no silo takes work.</summary>
    public static SiloAddress? Choose(string group, MembershipView view)
    {
        var active = view.Silos.Where(silo => silo.State == SiloState.Active && !view.Overdue.Contains(silo.Address)).ToArray();
        if (active.Length == 0) return null;
        var usual = active.Average(silo => silo.Load) + LightLoad;
        return active.MaxBy(silo => Score(group, silo, usual))!.Address;
    }

    // At the usual load a silo weighs half of what an empty one does.
    private static double Score(string group, SiloEntry silo, double usual)
    {
        var weight = 1 / (1 + (silo.Load / usual));
        var draw = ((Hash(group, silo.Address) >> 11) + 0.5) / (1UL << 53);
        return -weight / Math.Log(draw);
    }

    // FNV-1a over the characters, then the finaliser of SplitMix64, because FNV alone leaves the high bits of short keys alike.
    private static ulong Hash(string group, SiloAddress silo)
    {
        var hash = Fnv(Fnv(14695981039346656037UL, group), silo.Host);
        hash ^= BitOperations.RotateLeft((ulong)silo.Generation, 32) ^ (uint)silo.Port;
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return hash ^ (hash >> 31);
    }

    private static ulong Fnv(ulong hash, string text)
    {
        foreach (var character in text) hash = (hash ^ character) * 1099511628211UL;
        return hash;
    }
}
