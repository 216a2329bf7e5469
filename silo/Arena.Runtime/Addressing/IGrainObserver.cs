namespace Arena.Runtime;

/// <summary>
/// An object outside the grains that grains push to. Its methods return <see langword="void"/>, or a <see cref="Task"/> and carry
/// <see cref="OneWayAttribute"/>: no grain turn ever waits for an observer. Deliveries from one grain to one observer arrive in order,
/// one at a time; what exceeds the observer's mailbox is dropped and counted.
/// </summary>
public interface IGrainObserver : IAddressable;
