namespace Arena.Simulation.Tests;

/// <summary>What one part of a world draws from its seed. Parts draw apart, so that a change of one leaves the others' choices alone.</summary>
internal sealed class Draws(int seed, string part)
{
    private readonly Random _random = new(HashOf(seed, part));

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public int Between(int least, int most) => _random.Next(least, most + 1);

    public TimeSpan Ms(int least, int most) => TimeSpan.FromMilliseconds(Between(least, most));

    public T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    public Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }

    // FNV-1a: string.GetHashCode differs from run to run.
    private static int HashOf(int seed, string part)
    {
        var hash = (2166136261u ^ (uint)seed) * 16777619u;
        foreach (var character in part)
            hash = (hash ^ character) * 16777619u;
        return (int)hash;
    }
}
