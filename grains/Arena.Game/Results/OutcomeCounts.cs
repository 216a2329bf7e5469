namespace Arena.Game.Results;

/// <summary>How often each outcome was.</summary>
/// <param name="Asked">How many could answer: the whole of which the others are parts.</param>
/// <param name="Right">Right answers.</param>
/// <param name="Partly">Answers of which a part is right.</param>
/// <param name="Wrong">Wrong answers.</param>
/// <param name="Unscored">Answers where nothing is right or wrong.</param>
/// <param name="None">How many gave no answer.</param>
public sealed record OutcomeCounts(int Asked, int Right, int Partly, int Wrong, int Unscored, int None)
{
    /// <summary>Counts.</summary>
    public static OutcomeCounts Of(IEnumerable<Outcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        Span<int> counts = stackalloc int[Enum.GetValues<Outcome>().Length];
        foreach (var outcome in outcomes)
            counts[(int)outcome]++;
        var (right, partly, wrong) = (counts[(int)Outcome.Right], counts[(int)Outcome.Partly], counts[(int)Outcome.Wrong]);
        var (unscored, none) = (counts[(int)Outcome.Unscored], counts[(int)Outcome.None]);
        return new(right + partly + wrong + unscored + none, right, partly, wrong, unscored, none);
    }
}
