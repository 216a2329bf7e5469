namespace Arena.Game;

/// <summary>What a host can do.</summary>
public enum HostAction
{
    /// <summary>Leave the lobby for the first question.</summary>
    Start,
    /// <summary>Advance to the next phase: close the open question, show the standings, ask the next question, end.</summary>
    Advance,
    /// <summary>Drop the current question: it does not count. Can be undone until the next question is shown.</summary>
    Skip,
    /// <summary>Keep the open question open for longer.</summary>
    Extend,
    /// <summary>Stop the clock.</summary>
    Pause,
    /// <summary>Start the clock again.</summary>
    Resume,
    /// <summary>Take no new players.</summary>
    Lock,
    /// <summary>Take new players again.</summary>
    Unlock,
    /// <summary>Let the game move on by itself.</summary>
    AutoAdvanceOn,
    /// <summary>Move the game on by hand.</summary>
    AutoAdvanceOff,
    /// <summary>Remove a player.</summary>
    Kick,
    /// <summary>End the game now.</summary>
    End,
    /// <summary>Give a player another name.</summary>
    Rename,
    /// <summary>Let everyone see the name of a player, or of all who wait for it.</summary>
    Approve,
    /// <summary>Grant a player more time, or no more than the others have.</summary>
    GrantTime,
    /// <summary>Put a player into another team. The player's points go along.</summary>
    MoveToTeam,
    /// <summary>Reopen the question that was skipped last, with its answers and the time that was left.</summary>
    UndoSkip,
    /// <summary>Keep a session open that is about to end because nothing happens in it.</summary>
    KeepOpen,
    /// <summary>Remove all players who are not connected.</summary>
    RemoveAbsent,
    /// <summary>Remove all players whose name no host has approved.</summary>
    RemoveUnapproved,
}
