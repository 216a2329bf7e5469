namespace Arena.TestKit.Scheduling;

/// <summary>A simulated process was killed before it had done what it was asked for. How much of it was done is unknown.</summary>
/// <param name="name">The process.</param>
public sealed class ProcessEndedException(string name) : Exception($"The process {name} was killed.");
