namespace Arena.Runtime;

/// <summary>
/// The type crosses process boundaries: its serialiser is generated at build time. Its members that bear <see cref="IdAttribute"/> are sent,
/// each by its number. Two adjacent releases understand each other as long as a number keeps its meaning and its type: a member that only
/// the other release has is ignored, and one that the other release lacks is the default of its type (text and collections: empty),
/// whatever an initialiser says. A dictionary arrives with the default comparer of its keys.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute;
