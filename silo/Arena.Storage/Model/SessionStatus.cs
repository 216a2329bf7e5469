namespace Arena.Storage.Model;

/// <summary>Whether a session's code is in use. Stored by name.</summary>
public enum SessionStatus
{
    /// <summary>Its code is taken and its journal accepts entries.</summary>
    Live,
    /// <summary>Over: its code is free and its journal is closed.</summary>
    Ended,
    /// <summary>Too old to be kept: its code is free, its journal is closed, and its rows are being deleted.</summary>
    Expired,
}
