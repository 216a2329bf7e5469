namespace Arena.Game.Rules;

/// <summary>What an answer earns.</summary>
/// <param name="Points">For the answer.</param>
/// <param name="StreakBonus">For the row of correct answers that it continues.</param>
internal readonly record struct Earning(int Points, int StreakBonus)
{
    /// <summary>Nothing.</summary>
    public static Earning None { get; }
}
