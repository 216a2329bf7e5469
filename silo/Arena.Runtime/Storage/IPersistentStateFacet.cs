namespace Arena.Runtime;

/// <summary>A persistent state as its activation sees it.</summary>
internal interface IPersistentStateFacet
{
    /// <summary>Reads the state before the grain is activated.</summary>
    Task ReadAsync();
}
