using System.Collections.Immutable;

namespace Arena.Game.Questions;

/// <summary>Randomness from a seed: SplitMix64 (Steele, Lea, Flood 2014) behind a Fisher-Yates shuffle.</summary>
internal static class SeededShuffle
{
    public static ImmutableArray<T> Shuffle<T>(ImmutableArray<T> items, long seed)
    {
        var shuffled = items.ToArray();
        var state = (ulong)seed;
        for (var last = shuffled.Length - 1; last > 0; last--)
        {
            var other = (int)(Next(ref state) % (ulong)(last + 1));
            (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
        }
        return [.. shuffled];
    }

    private static ulong Next(ref ulong state)
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
