using System.ComponentModel;

namespace Arena.Runtime;

/// <summary>A grain class, as the generator found it.</summary>
/// <param name="Type">The class.</param>
/// <param name="GrainType">The type part of its identities.</param>
/// <param name="Interfaces">The grain interfaces that it implements.</param>
/// <param name="IsReentrant">Whether it bears <see cref="ReentrantAttribute"/>.</param>
/// <param name="MaxLocalWorkers">The most activations per key if it is a stateless worker, -1 for the number of processors; 0 if it is none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record GrainClassInfo(Type Type, string GrainType, IReadOnlyList<Type> Interfaces, bool IsReentrant, int MaxLocalWorkers);
