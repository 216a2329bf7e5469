namespace Arena.Runtime;

/// <summary>Every method of the grain may start while other turns are waiting.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;
