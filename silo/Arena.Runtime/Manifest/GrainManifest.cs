using System.ComponentModel;

namespace Arena.Runtime;

/// <summary>What the generator found in one assembly.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GrainManifest
{
    /// <summary>The grain and observer interfaces.</summary>
    public abstract IReadOnlyList<GrainInterfaceInfo> Interfaces { get; }

    /// <summary>The grain classes.</summary>
    public abstract IReadOnlyList<GrainClassInfo> Classes { get; }
}
