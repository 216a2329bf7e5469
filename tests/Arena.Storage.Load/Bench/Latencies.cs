using System.Diagnostics;

namespace Arena.Storage.Load.Bench;

/// <summary>Waits for acknowledgements, in milliseconds.</summary>
internal sealed record Latencies(double P50, double P99, double Max)
{
    /// <param name="ticks">Of the stopwatch.</param>
    public static Latencies Of(IEnumerable<long> ticks)
    {
        var sorted = ticks.Order().ToList();
        return new(At(sorted, 0.5), At(sorted, 0.99), At(sorted, 1));
    }

    private static double At(List<long> sorted, double share) =>
        sorted[(int)Math.Ceiling((sorted.Count * share) - 1)] * 1000.0 / Stopwatch.Frequency;
}
