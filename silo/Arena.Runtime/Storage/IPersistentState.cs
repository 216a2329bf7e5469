namespace Arena.Runtime;

/// <summary>A state of a grain, injected by <see cref="PersistentStateAttribute"/> and read before OnActivateAsync.</summary>
/// <typeparam name="TState">The state.</typeparam>
public interface IPersistentState<TState> : IStorage<TState>;
