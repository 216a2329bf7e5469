using System.ComponentModel;

namespace Arena.Runtime;

/// <summary>Points from an assembly to its generated manifest.</summary>
/// <param name="manifestType">A <see cref="GrainManifest"/> with a constructor without parameters.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GrainManifestAttribute(Type manifestType) : Attribute
{
    /// <summary>The manifest.</summary>
    public Type ManifestType { get; } = manifestType;
}
