namespace Arena.Game.Vocabulary;

/// <summary>
/// How long one player has for every question, granted by a host. Known to that player and to hosts alone. A fast answer is judged by its
/// share of the player's own time, so that needing more time costs no points.
/// </summary>
public enum PlayerTime
{
    /// <summary>As long as the others.</summary>
    Normal,
    /// <summary>Half as long again.</summary>
    Longer,
    /// <summary>Twice as long.</summary>
    Double,
    /// <summary>Until all others have answered and the host advances, <see cref="GameLimits.UntimedMs"/> at most. A correct answer earns all points.</summary>
    Unlimited,
}
