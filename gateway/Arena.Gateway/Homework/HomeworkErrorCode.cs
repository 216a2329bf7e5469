namespace Arena.Gateway.Homework;

/// <summary>Why something about homework was refused. On the wire a code is its name in camelCase; codes are added, never renamed.</summary>
public enum HomeworkErrorCode
{
    /// <summary>No homework has this id or link, or it is not the caller's to see; or the player has no such attempt.</summary>
    UnknownHomework,
    /// <summary>No attempt begins before the homework opens.</summary>
    HomeworkNotOpen,
    /// <summary>The homework is closed, or its due date is over.</summary>
    HomeworkClosed,
    /// <summary>The player has had as many attempts as the homework allows.</summary>
    AttemptsUsed,
    /// <summary>The attempt is not over: its answers are not shown yet.</summary>
    AttemptNotOver,
    /// <summary>The homework has as many players as it may.</summary>
    HomeworkFull,
    /// <summary>The account keeps as much homework as it may.</summary>
    TooManyHomework,
}
