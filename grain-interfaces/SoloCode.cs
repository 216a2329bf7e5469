namespace Arena.GrainInterfaces;

/// <summary>
/// The code of a session that one player plays alone (<see cref="Arena.Game.Vocabulary.SelfPace"/>). It has not the form of a <see cref="JoinCode"/>: a person cannot
/// type it to join, and however many there are, they take none of those.
/// </summary>
public static class SoloCode
{
    /// <summary>What each begins with, and no join code does.</summary>
    public const string Prefix = "solo-";

    /// <summary>Symbols behind the prefix: 130 bits.</summary>
    private const int Symbols = 26;

    /// <summary>A fresh code from a cryptographic source.</summary>
    public static string Draw() => Prefix + PlainCode.Draw(Symbols);

    /// <summary>Whether a session's code is one.</summary>
    public static bool IsOne(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.StartsWith(Prefix, StringComparison.Ordinal);
    }
}
