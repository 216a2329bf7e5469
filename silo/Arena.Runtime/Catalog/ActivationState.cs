namespace Arena.Runtime;

/// <summary>The life of an activation, in order.</summary>
internal enum ActivationState
{
    New,
    Activating,
    Active,
    Deactivating,
    Retired,
}
