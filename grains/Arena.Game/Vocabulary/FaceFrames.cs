using System.Collections.Immutable;

namespace Arena.Game.Vocabulary;

/// <summary>
/// Frames around faces, which levels unlock. A face is one number: the plain face below <see cref="GameLimits.PlainFaces"/>, plus its frame times that.
/// Frame 0 is none, and free.
/// </summary>
public static class FaceFrames
{
    /// <summary>The level that unlocks each frame, from frame 1 on.</summary>
    public static ImmutableArray<int> Levels { get; } = [2, 3, 5, 8, 12, 16, 20];

    /// <summary>The frame of a face.</summary>
    public static int Of(int face) => face / GameLimits.PlainFaces;

    /// <summary>The best frame of a level, or 0. All before it are unlocked too.</summary>
    public static int BestOf(int level) => Levels.Count(needed => needed <= level);

    /// <summary>The face without its frame, unless that is among those that the player may wear.</summary>
    public static int? Allowed(int? face, int best) => face is { } framed && Of(framed) > best ? framed % GameLimits.PlainFaces : face;
}
