namespace Arena.Simulation.Tests.Checks;

/// <summary>Violations that were seen.</summary>
internal sealed class Violations(TimeProvider time)
{
    private const int Kept = 10;

    private readonly List<string> _seen = [];
    private readonly long _start = time.GetTimestamp();

    public IReadOnlyList<string> Seen => _seen;

    public void Add(string what)
    {
        if (_seen.Count < Kept)
            _seen.Add($"{time.GetElapsedTime(_start).TotalSeconds:F3} s: {what}");
    }
}
