namespace Arena.Game.Vocabulary;

/// <summary>Whether an answer is right.</summary>
public enum Verdict
{
    /// <summary>It is right: a streak grows.</summary>
    Correct,
    /// <summary>Part of it is right: a streak stays as it is.</summary>
    Partial,
    /// <summary>It is wrong: a streak ends.</summary>
    Wrong,
    /// <summary>Nothing is right or wrong here: a streak stays as it is.</summary>
    Unscored,
}
