namespace Arena.Game.Vocabulary;

/// <summary>The faces of players without a choice.</summary>
internal static class Faces
{
    /// <summary>Odd, so that <see cref="GameLimits.PlainFaces"/> seats in a row have different faces; 1 more than a multiple of 8, so that their colours alternate.</summary>
    private const int Stride = 73;

    /// <summary>The face of a seat. It does not depend on the name: renaming a player keeps the face.</summary>
    public static int Of(int seat) => (int)((long)seat * Stride % GameLimits.PlainFaces);
}
