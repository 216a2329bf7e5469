using System.Text.Json.Serialization;

namespace Arena.Gateway.GameResults.Reports;

/// <summary>
/// Whether those who were good at the other questions got this one: 1 is yes, 0 is no connection, and below 0 those who were good at the others
/// rather failed here, as with a wrong key.
/// </summary>
/// <param name="Coefficient">From -1 to 1.</param>
/// <param name="Count">Of how many players.</param>
internal sealed record Discrimination(double Coefficient, [property: JsonPropertyName("of")] int Count)
{
    private const int Decimals = 3;

    /// <summary>
    /// The point-biserial correlation of an item with the rest of the test (F. M. Lord and M. R. Novick, Statistical Theories of Mental Test Scores, 1968,
    /// section 15.5; corrected for the item itself as in L. Crocker and J. Algina, Introduction to Classical and Modern Test Theory, 1986, chapter 14):
    /// <c>r = (M1 - M0) / s * sqrt(n1 * n0) / n</c>, where M1 and M0 are the averages of the rest for the n1 players who were right and the n0 who were
    /// not, and s is the standard deviation of the rest over all n of them.
    /// </summary>
    /// <param name="players">Whether each player was right, and the share of the other questions which that player got right.</param>
    /// <returns>Null if nothing differs: all or none were right, or all were as good at the rest.</returns>
    public static Discrimination? Of(IReadOnlyCollection<(bool IsRight, double OfOthers)> players)
    {
        int right = players.Count(player => player.IsRight), others = players.Count - right;
        if (right == 0 || others == 0)
            return null;
        var mean = players.Average(player => player.OfOthers);
        var deviation = Math.Sqrt(players.Average(player => (player.OfOthers - mean) * (player.OfOthers - mean)));
        // Sums of shares that are equal differ in their last digits.
        if (deviation < 1e-9)
            return null;
        var difference = players.Where(player => player.IsRight).Average(player => player.OfOthers)
            - players.Where(player => !player.IsRight).Average(player => player.OfOthers);
        var coefficient = difference / deviation * Math.Sqrt((double)right * others) / players.Count;
        return new(Math.Round(Math.Clamp(coefficient, -1, 1), Decimals, MidpointRounding.AwayFromZero), players.Count);
    }
}
