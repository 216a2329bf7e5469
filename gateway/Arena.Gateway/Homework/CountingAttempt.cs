namespace Arena.Gateway.Homework;

/// <summary>Which of a player's attempts counts.</summary>
internal enum CountingAttempt
{
    /// <summary>The one with the most points, the first of several.</summary>
    Best,

    /// <summary>The last one that is over.</summary>
    Last,
}
