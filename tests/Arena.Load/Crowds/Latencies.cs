namespace Arena.Load.Crowds;

/// <summary>Exact percentiles of waiting times, in milliseconds. A wait that never ended counts as infinite.</summary>
internal sealed class Latencies
{
    private readonly double[] _sorted;

    /// <param name="values">In any order; those that never ended as <see cref="double.PositiveInfinity"/>.</param>
    public Latencies(IEnumerable<double> values) => _sorted = [.. values.Order()];

    public int Count => _sorted.Length;

    /// <summary>How many never ended.</summary>
    public int Infinite => _sorted.Count(double.IsInfinity);

    public double Max => At(100);

    /// <summary>The smallest value that this share of all does not exceed (nearest rank).</summary>
    /// <param name="percentile">From 0 to 100.</param>
    public double At(double percentile) =>
        _sorted.Length == 0 ? double.PositiveInfinity : _sorted[Math.Clamp((int)Math.Ceiling(percentile / 100 * _sorted.Length) - 1, 0, _sorted.Length - 1)];
}
