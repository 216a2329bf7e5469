using Arena.Load.Crowds;

namespace Arena.Gateway.Tests.Load;

public sealed class LatenciesTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(50, 50)]
    [InlineData(99, 99)]
    [InlineData(99.1, 100)]
    [InlineData(100, 100)]
    public void A_percentile_is_the_smallest_value_that_so_many_do_not_exceed(double percentile, double expected) =>
        Assert.Equal(expected, new Latencies(Enumerable.Range(1, 100).Reverse().Select(value => (double)value)).At(percentile));

    [Fact]
    public void A_missing_reply_counts_as_infinite_latency()
    {
        var latencies = new Latencies([1, double.PositiveInfinity, 2]);
        Assert.Equal((3, 2, double.PositiveInfinity), (latencies.Count, latencies.At(60), latencies.Max));
    }

    [Fact]
    public void Every_percentile_of_an_empty_set_is_infinite() => Assert.Equal(double.PositiveInfinity, new Latencies([]).At(50));
}
