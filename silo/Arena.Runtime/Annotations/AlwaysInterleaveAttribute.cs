namespace Arena.Runtime;

/// <summary>The method may start while any other turn of the grain is waiting.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;
