namespace Arena.Game.Results;

/// <summary>What became of a question for one player.</summary>
public enum Outcome
{
    /// <summary>The player could not answer it: it was skipped, takes no answers, or the player joined later.</summary>
    NotAsked,

    /// <summary>No answer.</summary>
    None,

    /// <summary>Wrong.</summary>
    Wrong,

    /// <summary>Partly right.</summary>
    Partly,

    /// <summary>Right.</summary>
    Right,

    /// <summary>Answered, where nothing is right or wrong.</summary>
    Unscored,
}
