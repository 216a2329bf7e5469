namespace Arena.Runtime;

/// <summary>The first byte of a frame. A number, once released, keeps its meaning.</summary>
internal enum FrameKind : byte
{
    /// <summary>A call.</summary>
    Request = 1,

    /// <summary>Its answer.</summary>
    Result = 2,

    /// <summary>Its failure, or the refusal of it.</summary>
    Failure = 3,

    /// <summary>Its target is elsewhere; the grain has not seen it.</summary>
    NotHere = 4,

    /// <summary>Its caller has stopped waiting.</summary>
    Cancel = 5,
}
