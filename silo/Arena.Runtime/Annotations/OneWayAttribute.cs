namespace Arena.Runtime;

/// <summary>The caller does not wait: the call returns at once, and an exception is logged where it happens.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;
