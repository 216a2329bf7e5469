namespace Arena.Game.Questions;

/// <summary>One possible answer. <paramref name="IsCorrect"/> is the key: it never leaves the core before the reveal.</summary>
public sealed record Option(string Label, bool IsCorrect)
{
    /// <summary>Which share of the points it earns, from -1 to 1; null for all of them if it is correct, none if not.</summary>
    public double? Weight { get; init; }

    /// <summary>Shown with the label.</summary>
    public Medium? Picture { get; init; }
}
