namespace Arena.TestKit.Scheduling;

/// <summary>Something that can run.</summary>
/// <param name="Process">Whose it is; null if nothing can pause it.</param>
/// <param name="Context">Where its awaits come back to; null for none.</param>
/// <param name="Run">What it does.</param>
internal readonly record struct SimulatedStep(SimulatedProcess? Process, SynchronizationContext? Context, Action Run);
