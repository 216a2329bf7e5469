namespace Arena.Runtime;

/// <summary>The method does not change the grain: turns of such methods interleave with one another, and with no other turn.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;
