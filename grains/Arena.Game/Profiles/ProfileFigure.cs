namespace Arena.Game.Profiles;

/// <summary>What an achievement may ask about: of one game, or of all games together, where the figures of the games are added.</summary>
public enum ProfileFigure
{
    /// <summary>Games that count: 1 for a game.</summary>
    Games,

    /// <summary>Players with a rank.</summary>
    Players,

    /// <summary>1 for the first place with points among two players or more.</summary>
    Wins,

    /// <summary>1 for one of the first three places with points among four players or more.</summary>
    Podiums,

    /// <summary>Questions with a key.</summary>
    Asked,

    /// <summary>Right answers.</summary>
    Right,

    /// <summary>Answers, of any kind.</summary>
    Answers,

    /// <summary>Questions with a key that were not answered rightly.</summary>
    NotRight,

    /// <summary>Questions with a key that were not answered.</summary>
    Missed,

    /// <summary>Answers to questions without a key.</summary>
    Opinions,

    /// <summary>Right answers within <see cref="PlayedGame.QuickMs"/>.</summary>
    Quick,

    /// <summary>The longest row of right answers in a game.</summary>
    Streak,

    /// <summary>Ranks gained in the second half of a game.</summary>
    Climbed,

    /// <summary>Days in UTC on which a game ended: of all games only.</summary>
    Days,

    /// <summary>The level: of all games only.</summary>
    Level,
}
