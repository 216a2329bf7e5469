namespace Arena.Runtime;

/// <summary>The type crosses process boundaries: its serialiser is generated at build time.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute;
