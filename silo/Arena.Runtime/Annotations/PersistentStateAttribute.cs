namespace Arena.Runtime;

/// <summary>
/// A constructor parameter of type <see cref="IPersistentState{TState}"/>: the state is read before
/// <see cref="Grain.OnActivateAsync"/> and written when the grain says so.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PersistentStateAttribute : Attribute
{
    /// <summary>Names the state and where it is kept.</summary>
    /// <param name="stateName">The name of the state within the grain.</param>
    /// <param name="storageName">The storage provider; <c>Default</c> when not given.</param>
    public PersistentStateAttribute(string stateName, string? storageName = null)
    {
        StateName = stateName;
        StorageName = storageName;
    }

    /// <summary>The name of the state within the grain.</summary>
    public string StateName { get; }

    /// <summary>The storage provider; <c>Default</c> when not given.</summary>
    public string? StorageName { get; }
}
