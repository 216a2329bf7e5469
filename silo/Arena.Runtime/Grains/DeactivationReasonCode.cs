namespace Arena.Runtime;

/// <summary>The kinds of reason why an activation ends.</summary>
public enum DeactivationReasonCode : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>The silo stops.</summary>
    ShuttingDown,

    /// <summary>The constructor, a state or OnActivateAsync failed.</summary>
    ActivationFailed,

    /// <summary>The directory could not be reached.</summary>
    DirectoryFailure,

    /// <summary>Nobody called for the collection age.</summary>
    ActivationIdle,

    /// <summary>A turn does not end.</summary>
    ActivationUnresponsive,

    /// <summary>Another activation of the grain exists.</summary>
    DuplicateActivation,

    /// <summary>A call needs another version of the grain.</summary>
    IncompatibleRequest,

    /// <summary>A turn failed in a way that makes the state in memory doubtful.</summary>
    ApplicationError,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested,

    /// <summary>The grain moves to another silo.</summary>
    Migrating,

    /// <summary>The engine asked for it.</summary>
    RuntimeRequested,
}
