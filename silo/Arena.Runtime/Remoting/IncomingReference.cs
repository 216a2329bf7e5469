namespace Arena.Runtime;

/// <summary>The target of a call that came as bytes.</summary>
internal sealed class IncomingReference(GrainReferenceRuntime runtime, GrainId grainId) : GrainReference(runtime, grainId);
