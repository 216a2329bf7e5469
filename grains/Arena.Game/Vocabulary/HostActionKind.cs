namespace Arena.Game.Vocabulary;

/// <summary>The cases of <see cref="HostAction"/>, to say which are possible without their arguments.</summary>
public enum HostActionKind
{
    /// <summary><see cref="HostAction.Start"/>.</summary>
    Start,
    /// <summary><see cref="HostAction.Advance"/>.</summary>
    Advance,
    /// <summary><see cref="HostAction.Skip"/>.</summary>
    Skip,
    /// <summary><see cref="HostAction.UndoSkip"/>.</summary>
    UndoSkip,
    /// <summary><see cref="HostAction.Extend"/>.</summary>
    Extend,
    /// <summary><see cref="HostAction.Pause"/>.</summary>
    Pause,
    /// <summary><see cref="HostAction.Resume"/>.</summary>
    Resume,
    /// <summary><see cref="HostAction.Lock"/>.</summary>
    Lock,
    /// <summary><see cref="HostAction.Unlock"/>.</summary>
    Unlock,
    /// <summary><see cref="HostAction.AutoAdvanceOn"/>.</summary>
    AutoAdvanceOn,
    /// <summary><see cref="HostAction.AutoAdvanceOff"/>.</summary>
    AutoAdvanceOff,
    /// <summary><see cref="HostAction.Kick"/>.</summary>
    Kick,
    /// <summary><see cref="HostAction.RemoveAbsent"/>.</summary>
    RemoveAbsent,
    /// <summary><see cref="HostAction.RemoveUnapproved"/>.</summary>
    RemoveUnapproved,
    /// <summary><see cref="HostAction.Rename"/>.</summary>
    Rename,
    /// <summary><see cref="HostAction.Approve"/>.</summary>
    Approve,
    /// <summary><see cref="HostAction.ApproveAll"/>.</summary>
    ApproveAll,
    /// <summary><see cref="HostAction.GrantTime"/>.</summary>
    GrantTime,
    /// <summary><see cref="HostAction.MoveToTeam"/>.</summary>
    MoveToTeam,
    /// <summary><see cref="HostAction.KeepOpen"/>.</summary>
    KeepOpen,
    /// <summary><see cref="HostAction.End"/>.</summary>
    End,
    /// <summary><see cref="HostAction.AcceptAnswer"/>.</summary>
    AcceptAnswer,
}
