using System.Text.Json.Serialization;

namespace Arena.Gateway.GameResults.Reports;

/// <summary>How long answers took: the times that were scored, in milliseconds.</summary>
/// <param name="LowerQuartileMs">A quarter of the answers took no longer.</param>
/// <param name="MedianMs">Half of the answers took no longer.</param>
/// <param name="UpperQuartileMs">Three quarters of the answers took no longer.</param>
/// <param name="Count">Of how many answers.</param>
internal sealed record AnswerTimes(int LowerQuartileMs, int MedianMs, int UpperQuartileMs, [property: JsonPropertyName("of")] int Count)
{
    /// <returns>Null if there is no answer.</returns>
    public static AnswerTimes? Of(IEnumerable<int> times)
    {
        int[] sorted = [.. times.Order()];
        return sorted.Length == 0 ? null : new(Quantile(sorted, 1), Quantile(sorted, 2), Quantile(sorted, 3), sorted.Length);
    }

    /// <summary>
    /// The quartile of type 7 of R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996): linear
    /// between the two values around <c>(n - 1) * quarters / 4</c>, and rounded to the millisecond, a half up.
    /// </summary>
    private static int Quantile(int[] sorted, int quarters)
    {
        var place = (sorted.Length - 1) * (long)quarters;
        var (below, rest) = ((int)(place / 4), place % 4);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return (int)((((4 - rest) * sorted[below]) + (rest * sorted[above]) + 2) / 4);
    }
}
