namespace Arena.Runtime;

/// <summary>One stored state and its value in memory.</summary>
/// <typeparam name="TState">The state.</typeparam>
public interface IStorage<TState> : IStorage
{
    /// <summary>The value in memory.</summary>
    TState State { get; set; }
}
