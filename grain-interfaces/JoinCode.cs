using System.Diagnostics.CodeAnalysis;

namespace Arena.GrainInterfaces;

/// <summary>The code by which players join a game: a <see cref="PlainCode"/> of 30 bits.</summary>
public static class JoinCode
{
    /// <summary>Symbols in a code.</summary>
    public const int Length = 6;

    /// <summary>A fresh code from a cryptographic source.</summary>
    public static string Draw() => PlainCode.Draw(Length);

    /// <summary>Reads what a person typed into the canonical form.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out string? code) => PlainCode.TryParse(typed, Length, out code);
}
