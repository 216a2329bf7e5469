namespace Arena.Simulation.Tests.Checks;

/// <summary>How often worlds reached what they are meant to test. A check that is never reached finds nothing.</summary>
internal sealed class Reach
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>How often, by what.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    public void Note(string what) => _counts[what] = _counts.GetValueOrDefault(what) + 1;

    /// <summary>Adds the counts of another world.</summary>
    public void Add(Reach other)
    {
        foreach (var (what, count) in other.Counts)
            _counts[what] = _counts.GetValueOrDefault(what) + count;
    }
}
