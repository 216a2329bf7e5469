namespace Arena.Game.Vocabulary;

/// <summary>What a player can have in hand. On the wire and in logs it is its name in camelCase: kinds are added, never renamed.</summary>
public enum PowerUpKind
{
    /// <summary>The answer earns more points.</summary>
    DoublePoints,
    /// <summary>Some wrong options are removed.</summary>
    FiftyFifty,
    /// <summary>The question is open for longer to this player.</summary>
    ExtraTime,
    /// <summary>A miss leaves the row of correct answers as it is.</summary>
    StreakFreeze,
    /// <summary>A second answer can be given; the better one counts.</summary>
    SecondChance,
    /// <summary>A miss takes nothing, neither from the player nor from the team.</summary>
    Shield,
}
