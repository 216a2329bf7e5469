namespace Arena.Runtime;

/// <summary>What <see cref="FrameReader"/> found.</summary>
internal enum FrameStatus
{
    /// <summary>A whole frame.</summary>
    Frame,

    /// <summary>More bytes are needed.</summary>
    Incomplete,

    /// <summary>The next frame exceeds the limit: nothing more can be read.</summary>
    TooLarge,
}
