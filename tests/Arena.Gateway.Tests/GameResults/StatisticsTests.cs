using Arena.Gateway.GameResults.Reports;

namespace Arena.Gateway.Tests.GameResults;

/// <summary>Figures that were computed by hand.</summary>
public sealed class StatisticsTests
{
    [Fact]
    public void Quartiles_are_linear_between_the_values_around_them()
    {
        Assert.Null(AnswerTimes.Of([]));
        Assert.Equal(new(7, 7, 7, 1), AnswerTimes.Of([7]));
        Assert.Equal(new(1_750, 2_500, 3_250, 4), AnswerTimes.Of([4_000, 1_000, 3_000, 2_000]));
        Assert.Equal(new(2_000, 3_000, 4_000, 5), AnswerTimes.Of([5_000, 1_000, 4_000, 2_000, 3_000]));
        // 0.25 rounds down, 0.5 and 0.75 up.
        Assert.Equal(new(0, 1, 1, 2), AnswerTimes.Of([0, 1]));
        Assert.Equal(int.MaxValue, AnswerTimes.Of([int.MaxValue, int.MaxValue, int.MaxValue])!.UpperQuartileMs);
    }

    [Fact]
    public void Discrimination_is_the_point_biserial_correlation()
    {
        // M1 = 0.8, M0 = 0.3, s = 0.25981, n1 = n0 = 2, n = 4: 0.5 / 0.25981 * 2 / 4.
        Assert.Equal(new(0.962, 4), Discrimination.Of([(true, 0.9), (true, 0.7), (false, 0.3), (false, 0.3)]));
        Assert.Equal(new(1, 2), Discrimination.Of([(true, 1), (false, 0)]));
        Assert.Equal(new(-1, 2), Discrimination.Of([(true, 0), (false, 1)]));
        Assert.Equal(new(0, 4), Discrimination.Of([(true, 0), (true, 1), (false, 0), (false, 1)]));
    }

    [Fact]
    public void Where_nothing_differs_there_is_no_discrimination()
    {
        Assert.Null(Discrimination.Of([]));
        Assert.Null(Discrimination.Of([(true, 0.5), (true, 0.2)]));
        Assert.Null(Discrimination.Of([(false, 0.5), (false, 0.2)]));
        Assert.Null(Discrimination.Of([(true, 0.1 + 0.2), (false, 0.3)]));
    }
}
