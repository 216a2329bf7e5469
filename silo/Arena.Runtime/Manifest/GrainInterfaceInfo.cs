using System.ComponentModel;

namespace Arena.Runtime;

/// <summary>A grain or observer interface with its generated proxy and calls.</summary>
/// <param name="Type">The interface.</param>
/// <param name="Name">Its stable name: its alias or full name.</param>
/// <param name="CreateProxy">Makes a proxy.</param>
/// <param name="Calls">Makes an empty call of each method, to be filled by a reader.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record GrainInterfaceInfo(
    Type Type,
    string Name,
    Func<GrainReferenceRuntime, GrainId, GrainReference> CreateProxy,
    IReadOnlyList<Func<GrainCall>> Calls);
